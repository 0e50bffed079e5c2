using ForumQA.Answering;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.SemanticKernel;
using ForumQA.VectorData;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.VectorData;

namespace ForumQA;

/// <summary>The composition root: what every shell over the library registers. Each feature registers itself.</summary>
public static class ForumQAServices
{
    /// <summary>Adds ForumQA with its options bound to <paramref name="configuration"/> and validated at start-up.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">With the sections <c>Corpus</c>, <c>Index</c>, <c>Ingestion</c>, <c>Chunking</c>, <c>Embedding</c>, <c>Reader</c>, <c>Retrieval</c>, <c>Abstention</c>, <c>Generation</c>, <c>Chat</c>, <c>Telemetry</c>; each may be missing.</param>
    /// <remarks>
    /// An <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> or <see cref="IChatClient"/> registered before this call is used in place of ours; so is an <c>IChatCompletionService</c> of Semantic Kernel.
    /// Without a model and without <c>Chat:Endpoint</c>, answers are the documents' own sentences.
    /// A <c>Kernel</c> is registered with the plugin <c>ForumQA</c>, both made when they are first asked for: see <see cref="ForumQAKernel"/>.
    /// </remarks>
    public static IServiceCollection AddForumQA(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<VectorStore, ForumQAVectorStore>();
        return services
            .AddOptions<TelemetryOptions>(configuration, TelemetryOptions.SectionName)
            .AddIngestion(configuration)
            .AddEmbedding(configuration)
            .AddChat(configuration)
            .AddRetrieval(configuration)
            .AddAnswering(configuration)
            .AddKernel(configuration);
    }
}
