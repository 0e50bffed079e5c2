using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Retrieval;

/// <summary>Registers what finds passages.</summary>
internal static class RetrievalServices
{
    public static IServiceCollection AddRetrieval(this IServiceCollection services, IConfiguration configuration) => services
        .AddAnsweringOptions<RetrievalOptions>(configuration, RetrievalOptions.SectionName)
        .AddSingleton<Retriever>();
}
