using ForumQA.Api.Configuration;

namespace ForumQA.Api.Indexing;

/// <summary>Registers what keeps the index as the documents are: at the start, on request, when they change.</summary>
internal static class IndexingServices
{
    public static IServiceCollection AddIndexing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidated<StartOptions>(configuration, StartOptions.SectionName);
        services.AddValidated<WatchOptions>(configuration, WatchOptions.SectionName);
        services.AddSingleton<MeaningKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<MeaningKeeper>());
        services.AddSingleton<IndexKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexKeeper>());
        return services.AddHostedService<CorpusWatcher>();
    }
}
