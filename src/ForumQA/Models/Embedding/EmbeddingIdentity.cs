using Microsoft.Extensions.AI;

namespace ForumQA.Models.Embedding;

/// <summary>What the manifest calls the model that made its vectors: everything that changes them is part of the name.</summary>
/// <param name="Name">Such as <c>nomic-embed-text</c>.</param>
public sealed record EmbeddingIdentity(string Name)
{
    /// <summary>The identity a generator gives as a service, else its model's name, else its type's.</summary>
    /// <param name="generator">The generator.</param>
    public static EmbeddingIdentity Of(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.GetService(typeof(EmbeddingIdentity)) as EmbeddingIdentity
            ?? new EmbeddingIdentity(generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? generator.GetType().Name);
    }
}
