using ForumQA.Api.Access;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Api.Access;

/// <summary>Every address of the service has been thought about, and one that nobody has thought about shows nothing.</summary>
public sealed class BoundRouteTests(TwoTeams teams) : IClassFixture<TwoTeams>
{
    private static readonly string[] Limited =
    [
        "DELETE /v1/answers/{id}/feedback", "DELETE /v1/conversations/{id}/share", "GET /v1/answers/{id}", "GET /v1/answers/{id}/suggestions", "GET /v1/conversations/",
        "GET /v1/conversations/{id}", "GET /v1/conversations/{id}/quotations", "GET /v1/documents/", "GET /v1/documents/{**id}", "GET /v1/files/{**id}", "GET /v1/mentions",
        "GET /v1/search", "GET /v1/shared/{id}", "PATCH /v1/conversations/{id}", "POST /v1/answers/", "POST /v1/chat/completions", "POST /v1/check", "POST /v1/conversations/",
        "POST /v1/responses", "PUT /v1/answers/{id}/feedback", "PUT /v1/conversations/{id}/share",
    ];

    private static readonly string[] ShowsNone = ["GET /v1/about", "GET /v1/models", "GET /v1/models/{model}"];

    /// <summary>What changes something for everybody, or tells of all documents.</summary>
    private static readonly string[] Refused =
    [
        "DELETE /v1/conversations/", "DELETE /v1/conversations/{id}", "DELETE /v1/documents/{**id}", "GET /health/ready", "GET /v1/feedback", "POST /v1/documents/", "POST /v1/index",
    ];

    public static TheoryData<string> RefusedRoutes => [.. Refused];

    [Fact]
    public void Every_route_says_what_a_bound_key_gets()
    {
        var routes = teams.Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var keyed = routes.Where(route => route.Metadata.GetMetadata<OpenToAll>() is null).ToList();

        Assert.Equal(Limited, Named(keyed.Where(route => Use(route) == BoundKeyUse.Limits)));
        Assert.Equal(ShowsNone, Named(keyed.Where(route => Use(route) == BoundKeyUse.ShowsNone)));
        Assert.Equal(Refused, Named(keyed.Where(route => Use(route) is null)));

        // What is open to all: the page's own files, and what describes the service.
        Assert.All(Named(routes.Except(keyed)), name => Assert.DoesNotContain("/v1/", name.Replace("/openapi/", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RefusedRoutes))]
    public async Task What_tells_of_all_documents_or_changes_them_is_refused(string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{**id}", TwoTeams.SalesDocument, StringComparison.Ordinal).Replace("{id}", "conv_0", StringComparison.Ordinal));

        var (response, text) = await teams.SendAsync("sales", method, path);

        var problem = await RunningService.ProblemAsync(response, 403, "key-bound");
        Assert.Contains("'sales'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("forumqa key add NAME --scope manage", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(TwoTeams.MarksIn("legal", text, ""));
        Assert.True(File.Exists(Path.Combine(teams.Folder.Corpus, TwoTeams.SalesDocument)));
    }

    [Theory]
    [InlineData("sales", StatusCodes.Status403Forbidden)]
    [InlineData("asker", StatusCodes.Status200OK)]
    public async Task A_route_that_says_nothing_refuses_a_bound_key(string key, int status)
    {
        var ring = new KeyRing(new ApiKeyFile(teams.Folder.KeyFile, TimeProvider.System), Options.Create(new AccessOptions()));
        var context = new DefaultHttpContext { RequestServices = teams.Service.Services };
        context.Request.Headers.Authorization = $"Bearer {teams.Keys[key]}";
        context.SetEndpoint(new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new RequiresScope(ApiScopes.Ask)), "new"));

        await new KeyGate(_ => Task.CompletedTask, ring).InvokeAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
    }

    private static BoundKeyUse? Use(RouteEndpoint route) => route.Metadata.GetMetadata<ForBoundKeys>()?.Use;

    private static IEnumerable<string> Named(IEnumerable<RouteEndpoint> routes) => routes
        .SelectMany(route => (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {route.RoutePattern.RawText}"))
        .Order(StringComparer.Ordinal);
}
