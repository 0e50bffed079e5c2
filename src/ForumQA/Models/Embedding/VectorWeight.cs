using Microsoft.Extensions.AI;

namespace ForumQA.Models.Embedding;

/// <summary>How much the vectors of a model count when passages are ranked: what the best vector score adds to the score of a passage.</summary>
/// <param name="Value">0: vectors only propose passages. A perfect match of words and grams has a score of about 1.</param>
internal sealed record VectorWeight(double Value)
{
    /// <summary>For models that give none: enough to lead among passages that share few words with the question.</summary>
    public static VectorWeight Default { get; } = new(0.25);

    /// <summary>The weight a generator gives as a service, else <see cref="Default"/>.</summary>
    /// <param name="generator">The generator.</param>
    public static VectorWeight Of(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.GetService(typeof(VectorWeight)) as VectorWeight ?? Default;
    }
}
