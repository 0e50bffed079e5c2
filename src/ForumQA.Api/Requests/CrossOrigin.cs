using ForumQA.Api.Configuration;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Requests;

/// <summary>Which other sites' pages may ask, and what they may read of what comes back.</summary>
internal static class CrossOrigin
{
    public static IServiceCollection AddCrossOrigin(this IServiceCollection services, IConfiguration configuration) =>
        services.AddValidated<CrossOriginOptions>(configuration, CrossOriginOptions.SectionName).AddCors();

    public static void UseCrossOrigin(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins;
        app.UseCors(policy => policy.WithOrigins([.. origins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(RequestId.Header, "ETag", "Location", "Retry-After"));
    }
}
