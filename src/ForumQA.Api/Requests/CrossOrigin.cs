using ForumQA.Api.Configuration;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace ForumQA.Api.Requests;

/// <summary>Which other sites' pages may ask, and what they may read of what comes back.</summary>
internal static class CrossOrigin
{
    public static IServiceCollection AddCrossOrigin(this IServiceCollection services, IConfiguration configuration) =>
        services.AddValidated<CrossOriginOptions>(configuration, CrossOriginOptions.SectionName)
            .AddValidated<WidgetOptions>(configuration, WidgetOptions.SectionName)
            .AddCors()
            .AddSingleton<OriginPolicies>()
            .AddSingleton<ICorsPolicyProvider>(provider => provider.GetRequiredService<OriginPolicies>());

    public static void UseCrossOrigin(this WebApplication app) => app.UseCors();
}
