using ForumQA.Api.Configuration;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Requests;

/// <summary>Which other sites' pages may do what: those of <see cref="CrossOriginOptions"/> everything, those of <see cref="WidgetOptions"/> may ask.</summary>
internal sealed class OriginPolicies(IOptions<CrossOriginOptions> sites, IOptions<WidgetOptions> widgets) : ICorsPolicyProvider
{
    private readonly CorsPolicy _any = Policy(sites.Value.Origins).AllowAnyMethod().Build();
    private readonly CorsPolicy _asking = Policy([.. sites.Value.Origins, .. widgets.Value.Origins]).WithMethods(HttpMethods.Post).Build();

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult<CorsPolicy?>(IsQuestion(context.Request) ? _asking : _any);
    }

    /// <summary>The origins that may make this request.</summary>
    public IReadOnlyList<string> Of(HttpRequest request) => IsQuestion(request) ? [.. sites.Value.Origins, .. widgets.Value.Origins] : sites.Value.Origins;

    /// <summary>Whether the request is a question, or asks whether one may be put.</summary>
    private static bool IsQuestion(HttpRequest request) =>
        string.Equals(request.Path, "/v1/answers", StringComparison.OrdinalIgnoreCase) && (HttpMethods.IsPost(request.Method) || HttpMethods.IsOptions(request.Method));

    private static CorsPolicyBuilder Policy(IReadOnlyList<string> origins) =>
        new CorsPolicyBuilder([.. origins]).AllowAnyHeader().WithExposedHeaders(RequestId.Header, "ETag", "Location", "Retry-After");
}
