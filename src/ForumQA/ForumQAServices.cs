using ForumQA.Answering;
using ForumQA.Answering.Bundles;
using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Prompts;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.SemanticKernel;
using ForumQA.Storage;
using ForumQA.VectorData;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace ForumQA;

/// <summary>The composition root: what every shell over the library registers.</summary>
public static class ForumQAServices
{
    private const string EmbeddingHttpClient = "ForumQA.Embedding";
    private const string ChatHttpClient = "ForumQA.Chat";

    /// <summary>Adds ForumQA with its options bound to <paramref name="configuration"/> and validated at start-up.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">With the sections <c>Corpus</c>, <c>Index</c>, <c>Ingestion</c>, <c>Uploads</c>, <c>Chunking</c>, <c>Embedding</c>, <c>Retrieval</c>, <c>Abstention</c>, <c>Generation</c>, <c>Chat</c>, <c>Telemetry</c>; each may be missing.</param>
    /// <remarks>
    /// An <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>, <see cref="IChatClient"/> or <see cref="IPromptRunner"/> registered before this call is used in place of ours; so is an <c>IChatCompletionService</c> of Semantic Kernel.
    /// Without a model or prompt runner and without <c>Chat:Endpoint</c>, answers are the documents' own sentences.
    /// A <c>Kernel</c> is registered with the plugin <c>ForumQA</c>, both made when they are first asked for: see <see cref="ForumQAKernel"/>.
    /// </remarks>
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
        AddOptions<ChatModelOptions>(ChatModelOptions.SectionName);
        AddOptions<TelemetryOptions>(TelemetryOptions.SectionName);

        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(EmbeddingHttpClient, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(CreateEmbedder);
        services.AddSingleton(provider => new EmbeddingEndpointCheck(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>(), CreateHttpClient(provider, EmbeddingHttpClient), provider.GetRequiredService<TimeProvider>()));
        services.AddHttpClient(ChatHttpClient, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new ChatEndpointCheck(
            provider.GetRequiredService<IOptions<ChatModelOptions>>(), CreateHttpClient(provider, ChatHttpClient), provider.GetRequiredService<TimeProvider>()));

        // Whether there is a model at all must be known before the options can be bound and validated.
        if (!string.IsNullOrEmpty(configuration.GetSection(ChatModelOptions.SectionName).GetSection(nameof(ChatModelOptions.Endpoint)).Value)
            && !ForumQAKernel.HasCompletionService(services))
        {
            services.TryAddSingleton(CreateChatClient);
        }

        ForumQAKernel.AddKernel(services, CreatePromptRunner);

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
        services.AddSingleton(provider => IndexStore.OpenExisting(
            provider.GetRequiredService<IOptions<IndexOptions>>().Value.PathFor(
                provider.GetRequiredService<IOptions<CorpusOptions>>().Value.FullPath)));
        services.AddSingleton<Retriever>();
        services.TryAddSingleton<VectorStore, ForumQAVectorStore>();
        services.AddSingleton<IValidateOptions<GenerationOptions>, PromptFolderValidation>();
        services.AddSingleton<PromptLibrary>();
        services.AddSingleton<ContextSource>();
        services.AddSingleton<AnswerPreparer>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton(provider =>
        {
            var model = CreateModelAnswers(provider);
            return new Answerer(
                new ConversationReader(provider.GetRequiredService<IndexStore>(), model is not null),
                provider.GetRequiredService<AnswerPreparer>(),
                model,
                provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton(provider => new EvidenceBundles(
            provider.GetRequiredService<IndexStore>(), EffectiveOptions.Of(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new BundleVerifier(provider.GetRequiredService<DocumentReaders>()));
        return services;

        void AddOptions<T>(string section)
            where T : class =>
            services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>Null when no language model is configured.</summary>
    private static ModelAnswers? CreateModelAnswers(IServiceProvider provider)
    {
        if (provider.GetService<IPromptRunner>() is not { } runner)
        {
            return null;
        }

        var options = provider.GetRequiredService<IOptions<GenerationOptions>>().Value;
        var store = provider.GetRequiredService<IndexStore>();
        var prompts = provider.GetRequiredService<PromptLibrary>();
        return new ModelAnswers(
            store,
            provider.GetRequiredService<AnswerPreparer>(),
            new QuestionRewriter(runner, prompts, new CorpusLanguage(store), options),
            provider.GetRequiredService<ContextSource>(),
            new GenerativeComposer(runner, prompts, new AnswerTranslator(runner, prompts, options), options),
            provider.GetRequiredService<AnswerCache>(),
            string.Join('\n', EffectiveOptions.Of(provider).Select(pair => $"{pair.Key}={pair.Value}").Concat(prompts.All.Select(prompt => prompt.Hash))));
    }

    private static IEmbeddingGenerator<string, Embedding<float>> CreateEmbedder(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        if (!string.IsNullOrWhiteSpace(options.Path))
        {
            throw new ForumQAException(
                "models-not-registered", "Embedding:Path names a model to run in this process. Reference the package ForumQA.Onnx and call AddForumQAModels before AddForumQA.");
        }

        return options.Endpoint is null
            ? new CharacterGramEmbeddingGenerator()
            : new RemoteEmbeddingGenerator(options, CreateHttpClient(provider, EmbeddingHttpClient));
    }

    private static IChatClient CreateChatClient(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ChatModelOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var remote = new RemoteChatClient(options, CreateHttpClient(provider, ChatHttpClient), time);
        var told = Observe(new ResilientChatClient(remote, options, time), provider.GetRequiredService<IOptions<TelemetryOptions>>().Value);
        return ForumQAKernel.LetItCallFunctions(told, provider);
    }

    /// <summary>Tells observers of every request to the model, with all its tries, by OpenTelemetry's conventions for generative models.</summary>
    internal static IChatClient Observe(IChatClient client, TelemetryOptions telemetry) => client.AsBuilder()
        .UseOpenTelemetry(sourceName: TelemetryOptions.SourceName, configure: observed => observed.EnableSensitiveData = telemetry.RecordContent)
        .Build();

    private static IPromptRunner CreatePromptRunner(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ChatModelOptions>>().Value;
        var configured = options.Endpoint is null ? null : new ChatOptions { Temperature = options.Temperature, MaxOutputTokens = options.MaxOutputTokens };
        return new KernelPromptRunner(provider, configured);
    }

    private static HttpClient CreateHttpClient(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
