using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ForumQA.Onnx;

/// <summary>Registers the models in process.</summary>
public static class OnnxModels
{
    /// <summary>Texts that are embedded side by side at most: an index may be made while others use the machine.</summary>
    private const int MostThreads = 8;

    /// <summary>
    /// Makes the built-in neural model, or the one in <c>Embedding:Path</c>, the one that embeds, unless <c>Embedding:Endpoint</c> names a service, <c>Embedding:Model</c> is
    /// <c>words</c>, or another generator is registered already. To be called before <see cref="ForumQAServices.AddForumQA"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">With the section <c>Embedding</c>; it may be missing.</param>
    public static IServiceCollection AddForumQAModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        // Which generator it is must be known before the options can be bound and validated.
        var section = configuration.GetSection(EmbeddingOptions.SectionName);
        if (string.IsNullOrEmpty(section.GetSection(nameof(EmbeddingOptions.Endpoint)).Value)
            && string.IsNullOrWhiteSpace(section.GetSection(nameof(EmbeddingOptions.Model)).Value))
        {
            services.TryAddSingleton(Create);
        }

        return services;
    }

    /// <summary>Makes the built-in neural model the one that embeds, unless another generator is registered already.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddForumQAModels(this IServiceCollection services) => services.AddForumQAModels(new ConfigurationBuilder().Build());

    private static IEmbeddingGenerator<string, Embedding<float>> Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        var threads = options.Threads ?? Math.Min(Environment.ProcessorCount, MostThreads);
        return string.IsNullOrWhiteSpace(options.Path) ? BuiltInModel.Create(threads) : new OnnxEmbeddingGenerator(ModelFolder.Describe(options), threads);
    }
}
