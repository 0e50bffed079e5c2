using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Registers what reads documents into the index, and the index of the corpus.</summary>
internal static class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptions<CorpusOptions>(configuration, CorpusOptions.SectionName)
        .AddOptions<IndexOptions>(configuration, IndexOptions.SectionName)
        .AddOptions<IngestionOptions>(configuration, IngestionOptions.SectionName)
        .AddOptions<UploadOptions>(configuration, UploadOptions.SectionName)
        .AddAnsweringOptions<ChunkingOptions>(configuration, ChunkingOptions.SectionName)
        .AddSingleton<DocumentReaders>()
        .AddSingleton<Chunker>()
        .AddSingleton(provider => new Indexer(
            provider.GetRequiredService<DocumentReaders>(),
            provider.GetRequiredService<Chunker>(),
            provider.GetRequiredService<IOptions<ChunkingOptions>>(),
            provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<CorpusSynchronizer>()
        .AddSingleton(provider => new CorpusEditor(
            provider.GetRequiredService<DocumentReaders>(),
            provider.GetRequiredService<IOptions<CorpusOptions>>(),
            provider.GetRequiredService<IOptions<UploadOptions>>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => provider.GetRequiredService<IOptions<IndexOptions>>().Value.PlaceFor(
            provider.GetRequiredService<IOptions<CorpusOptions>>().Value.FullPath, provider.GetService<IIndexDatabase>()))
        .AddSingleton(provider => provider.GetRequiredService<IndexPlace>().OpenExisting());
}
