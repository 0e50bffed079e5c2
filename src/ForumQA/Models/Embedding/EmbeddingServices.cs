using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ForumQA.Models.Embedding;

/// <summary>Registers what embeds texts.</summary>
internal static class EmbeddingServices
{
    private const string HttpClientName = "ForumQA.Embedding";

    public static IServiceCollection AddEmbedding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAnsweringOptions<EmbeddingOptions>(configuration, EmbeddingOptions.SectionName);
        services.AddHttpClient(HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(CreateGenerator);
        services.AddSingleton(provider => new EmbeddingEndpointCheck(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>(), CreateHttpClient(provider), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IEmbeddingGenerator<string, Embedding<float>> CreateGenerator(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        if (!string.IsNullOrWhiteSpace(options.Path))
        {
            throw new ForumQAException(
                "models-not-registered", "Embedding:Path names a model to run in this process. Reference the package ForumQA.Onnx and call AddForumQAModels before AddForumQA.");
        }

        return options.Endpoint is null
            ? new CharacterGramEmbeddingGenerator()
            : new RemoteEmbeddingGenerator(options, CreateHttpClient(provider));
    }

    private static HttpClient CreateHttpClient(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
}
