using ForumQA.Api.Configuration;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Documents;

/// <summary>Registers what takes documents in, and how large they may be.</summary>
internal static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<FormOptions>().Configure<IOptions<LimitOptions>>((form, limits) => form.MultipartBodyLengthLimit = limits.Value.UploadBytes);
        return services.AddSingleton<UploadDesk>();
    }
}
