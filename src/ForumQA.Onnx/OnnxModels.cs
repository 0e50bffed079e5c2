using ForumQA.Answering.Reading;
using ForumQA.Models.Embedding;
using ForumQA.Models.Reading;
using ForumQA.Onnx.Embedding;
using ForumQA.Onnx.Reading;
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
    /// <param name="configuration">With the sections <c>Embedding</c> and <c>Reader</c>; they may be missing.</param>
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

        if (!string.IsNullOrWhiteSpace(configuration.GetSection(ReaderOptions.SectionName).GetSection(nameof(ReaderOptions.Path)).Value))
        {
            services.TryAddSingleton(CreateReader);
        }

        return services;
    }

    /// <summary>Makes the built-in neural model the one that embeds, unless another generator is registered already.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddForumQAModels(this IServiceCollection services) => services.AddForumQAModels(new ConfigurationBuilder().Build());

    private static AnswerReader CreateReader(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ReaderOptions>>().Value;
        var threads = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.Threads ?? Math.Min(Environment.ProcessorCount, MostThreads);
        return new AnswerReader(ReaderFolder.Open(options.Path!, threads), ReaderFolder.ReadModels(options.Path!), options.Passages);
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        return new OnnxEmbeddingGenerator(
            string.IsNullOrWhiteSpace(options.Path) ? BuiltInModel.Describe() : ModelFolder.Describe(options),
            options.Threads ?? Math.Min(Environment.ProcessorCount, MostThreads));
    }
}
