namespace ForumQA.Api.Problems;

/// <summary>Registers what becomes of requests that fail.</summary>
internal static class ProblemServices
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services.AddExceptionHandler<FailureHandler>();
    }

    /// <summary>Writes what failed, and what only has a status, as a problem.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ProblemWriter.WriteStatusAsync(context.HttpContext));
    }
}
