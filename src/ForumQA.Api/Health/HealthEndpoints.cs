using System.Reflection;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Hosting.Access;

namespace ForumQA.Api.Health;

/// <summary><c>/health</c>: for whoever watches over the service.</summary>
internal static class HealthEndpoints
{
    private static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new LiveJson("live", Version)))
            .WithName("live")
            .WithSummary("Whether the process answers")
            .WithDescription("Asks nothing of corpus, index or models.")
            .WithExample(null, "live.json")
            .ProducesProblems()
            .WithMetadata(new OpenToAll())
            .DisableRateLimiting();
        health.MapGet("/ready", (Readiness readiness, CancellationToken cancellationToken) =>
            {
                var ready = readiness.Read(cancellationToken);
                return TypedResults.Json(ready, statusCode: ready.Status == ReadyStatus.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
            })
            .WithName("ready")
            .WithSummary("Whether questions can be answered")
            .WithDescription(
                "Status 200 when the index of this corpus can be asked, 503 while it is being made at the start or cannot be used. An index that is not up to date can be asked.")
            .Produces<ReadyJson>()
            .Produces<ReadyJson>(StatusCodes.Status503ServiceUnavailable)
            .WithExample(null, "ready.json")
            .ProducesProblems()
            .WithMetadata(new RequiresScope(ApiScopes.Ask))
            .DisableRateLimiting();
    }
}
