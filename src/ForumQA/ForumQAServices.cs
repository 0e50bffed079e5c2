using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Embedding;
using ForumQA.Evaluation.Import;
using ForumQA.Evaluation.Running;
using ForumQA.Ingestion;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ForumQA;

/// <summary>The composition root: what every shell over the library registers.</summary>
public static class ForumQAServices
{
    private const string EmbeddingHttpClient = "ForumQA.Embedding";

    /// <summary>Adds ForumQA with its options bound to <paramref name="configuration"/> and validated at start-up.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">With the sections <c>Corpus</c>, <c>Index</c>, <c>Ingestion</c>, <c>Uploads</c>, <c>Chunking</c>, <c>Embedding</c>, <c>Retrieval</c>, <c>Abstention</c>, <c>Generation</c>; each may be missing.</param>
    /// <remarks>An <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> registered before this call is used in place of ours.</remarks>
    public static IServiceCollection AddForumQA(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        AddOptions<CorpusOptions>(CorpusOptions.SectionName);
        AddOptions<IndexOptions>(IndexOptions.SectionName);
        AddOptions<IngestionOptions>(IngestionOptions.SectionName);
        AddOptions<UploadOptions>(UploadOptions.SectionName);
        AddOptions<ChunkingOptions>(ChunkingOptions.SectionName);
        AddOptions<EmbeddingOptions>(EmbeddingOptions.SectionName);
        AddOptions<RetrievalOptions>(RetrievalOptions.SectionName);
        AddOptions<AbstentionOptions>(AbstentionOptions.SectionName);
        AddOptions<GenerationOptions>(GenerationOptions.SectionName);

        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(EmbeddingHttpClient, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(CreateEmbedder);
        services.AddSingleton<DocumentReaders>();
        services.AddSingleton<Chunker>();
        services.AddSingleton(provider => new Indexer(
            provider.GetRequiredService<DocumentReaders>(),
            provider.GetRequiredService<Chunker>(),
            provider.GetRequiredService<IOptions<ChunkingOptions>>(),
            provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CorpusSynchronizer>();
        services.AddSingleton(provider => new CorpusEditor(
            provider.GetRequiredService<DocumentReaders>(),
            provider.GetRequiredService<IOptions<CorpusOptions>>(),
            provider.GetRequiredService<IOptions<UploadOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StageClock(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => IndexStore.OpenExisting(
            provider.GetRequiredService<IOptions<IndexOptions>>().Value.PathFor(
                provider.GetRequiredService<IOptions<CorpusOptions>>().Value.FullPath)));
        services.AddSingleton<Retriever>();
        services.AddSingleton<Answerer>();
        services.AddSingleton(provider => new CaseImporter(provider.GetRequiredService<DocumentReaders>()));
        services.AddSingleton(provider => new Evaluator(
            provider.GetRequiredService<IndexStore>(),
            provider.GetRequiredService<Answerer>().AnswerAsync,
            EffectiveOptions.Of(provider),
            provider.GetRequiredService<TimeProvider>()));
        return services;

        void AddOptions<T>(string section)
            where T : class =>
            services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }

    private static IEmbeddingGenerator<string, Embedding<float>> CreateEmbedder(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        return options.Endpoint is null
            ? new CharacterGramEmbeddingGenerator()
            : new RemoteEmbeddingGenerator(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(EmbeddingHttpClient));
    }
}
