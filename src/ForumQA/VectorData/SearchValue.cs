using System.Globalization;
using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using ForumQA.Storage;
using Microsoft.Extensions.AI;

namespace ForumQA.VectorData;

/// <summary>What is searched for: a text, or a vector that the caller made.</summary>
internal sealed class SearchValue
{
    private readonly ReadOnlyMemory<float> _vector;

    private SearchValue(string? text, ReadOnlyMemory<float> vector) => (Text, _vector) = (text, vector);

    /// <summary>The text; null for a vector.</summary>
    public string? Text { get; }

    /// <summary>Takes a caller's value.</summary>
    /// <exception cref="NotSupportedException">It is neither a text nor a vector.</exception>
    public static SearchValue Of<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            string text => OfText(text),
            ReadOnlyMemory<float> vector => OfVector(vector),
            float[] vector => OfVector(vector),
            Embedding<float> embedding => OfVector(embedding.Vector),
            _ => throw PassageRefusals.SearchValue(typeof(T)),
        };
    }

    /// <summary>Its vector, which can be compared with those of the index.</summary>
    /// <param name="snapshot">The state of the index.</param>
    /// <param name="embedder">Embeds a text, as a question.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The caller's vector has another dimension than the index.</exception>
    /// <exception cref="IndexException">Another model made the index's vectors.</exception>
    public async Task<ReadOnlyMemory<float>> ToVectorAsync(
        IndexSnapshot snapshot, IEmbeddingGenerator<string, Embedding<float>> embedder, CancellationToken cancellationToken)
    {
        if (Text is null)
        {
            return RequireDimensions(snapshot);
        }

        snapshot.RequireModel(EmbeddingIdentity.Of(embedder).Name);
        var embeddings = await embedder.GenerateAsync([Text], EmbeddingPurpose.Query.ToOptions(), cancellationToken).ConfigureAwait(false);
        return embeddings[0].Vector;
    }

    private static SearchValue OfText(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, "searchValue");
        return new SearchValue(text, default);
    }

    private static SearchValue OfVector(ReadOnlyMemory<float> vector) =>
        TensorPrimitives.IsFiniteAll(vector.Span) ? new SearchValue(null, vector) : throw PassageRefusals.NotNumbers();

    private ReadOnlyMemory<float> RequireDimensions(IndexSnapshot snapshot)
    {
        var (dimensions, model) = snapshot.Run(connection =>
            (ManifestTable.Get(connection, ManifestTable.Dimensions), ManifestTable.Get(connection, ManifestTable.EmbeddingModel)));
        return dimensions is null || int.Parse(dimensions, CultureInfo.InvariantCulture) == _vector.Length
            ? _vector
            : throw PassageRefusals.Dimensions(_vector.Length, dimensions, model);
    }
}
