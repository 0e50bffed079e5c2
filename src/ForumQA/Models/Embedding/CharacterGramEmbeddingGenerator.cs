using System.Runtime.InteropServices;
using ForumQA.Text;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Embedding;

/// <summary>
/// The built-in model: no download, the same vector everywhere. Character 4-grams of the words that are not stop words are hashed into
/// <see cref="Dimensions"/> signed dimensions (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009).
/// Passages carry BM25's saturated, length-normalised weights, questions plain ones; their inner product approximates BM25 over grams.
/// </summary>
/// <remarks>Vectors are not of length 1: dividing by the norm costs a point of R@1.</remarks>
internal sealed class CharacterGramEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Numbers in a vector. 1,024 find no more of the passages that the ranker then puts first, and cost twice the memory.</summary>
    public const int Dimensions = 512;

    /// <summary>Part of the manifest: raise the number whenever vectors change.</summary>
    private const string ModelName = "builtin-character-grams-512-v1";

    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>Grams in a passage of usual length, stop words left out; a constant, because a vector must not depend on other passages.</summary>
    private const double UsualGrams = 330;

    private static readonly EmbeddingGeneratorMetadata Metadata = new("forumqa", null, ModelName, Dimensions);
    private static readonly EmbeddingIdentity Identity = new(ModelName);

    // The ranker compares the grams of the passages exactly, so that their hashed product has nothing to add to its score.
    private static readonly VectorWeight Weight = new(0);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var purpose = options.GetPurpose();
        var result = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Add(new Embedding<float>(Embed(value, purpose)) { ModelId = ModelName });
        }

        return Task.FromResult(result);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
        : serviceType == typeof(EmbeddingIdentity) ? Identity
        : serviceType == typeof(VectorWeight) ? Weight
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }

    /// <summary>The vector of a text.</summary>
    public static float[] Embed(string text, EmbeddingPurpose purpose)
    {
        var counts = new Dictionary<ulong, int>();
        var length = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            foreach (var gram in token.Word.Grams)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
                length++;
            }
        }

        var vector = new float[Dimensions];
        var norm = K1 * (1 - B + (B * length / UsualGrams));
        foreach (var (gram, count) in counts)
        {
            var hash = Mix(gram);
            var weight = purpose == EmbeddingPurpose.Query ? 1 : count * (K1 + 1) / (count + norm);
            vector[hash % Dimensions] += (float)(hash >> 63 == 0 ? weight : -weight);
        }

        return vector;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): spreads every bit over all.</summary>
    private static ulong Mix(ulong gram)
    {
        gram = (gram ^ (gram >> 30)) * 0xBF58476D1CE4E5B9;
        gram = (gram ^ (gram >> 27)) * 0x94D049BB133111EB;
        return gram ^ (gram >> 31);
    }
}
