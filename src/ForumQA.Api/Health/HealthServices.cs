namespace ForumQA.Api.Health;

/// <summary>Registers what tells whether the service is ready.</summary>
internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();
}
