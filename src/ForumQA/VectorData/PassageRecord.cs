using Microsoft.Extensions.VectorData;

namespace ForumQA.VectorData;

/// <summary>A passage with what is known of its document: the record of a <see cref="PassageCollection"/>.</summary>
public sealed record PassageRecord
{
    /// <summary>The <see cref="Passage.Id"/>.</summary>
    [VectorStoreKey]
    public required string Id { get; init; }

    /// <summary>The <see cref="Document.Id"/> of its document.</summary>
    [VectorStoreData(IsIndexed = true)]
    public required string DocumentId { get; init; }

    /// <summary>The title of its document.</summary>
    [VectorStoreData]
    public required string DocumentTitle { get; init; }

    /// <summary>Where a reader finds its document.</summary>
    [VectorStoreData]
    public required string DocumentUri { get; init; }

    /// <summary>Its place among the document's passages, from 0.</summary>
    [VectorStoreData]
    public required int Ordinal { get; init; }

    /// <summary>Where it starts in the document's text, in UTF-16 code units.</summary>
    [VectorStoreData]
    public required int Start { get; init; }

    /// <summary>Where it ends in the document's text, exclusive.</summary>
    [VectorStoreData]
    public required int End { get; init; }

    /// <summary>Its words, verbatim.</summary>
    [VectorStoreData(IsFullTextIndexed = true)]
    public required string Text { get; init; }

    /// <summary>The headings it stands under, outermost first, joined by <c> › </c>; null when there are none.</summary>
    [VectorStoreData]
    public string? Heading { get; init; }

    /// <summary>The page it starts on, from 1; null when the format has none.</summary>
    [VectorStoreData]
    public int? Page { get; init; }

    /// <summary>What else is known of its document (event, date, speaker, ...). Names are found without regard to case.</summary>
    [VectorStoreData(IsIndexed = true)]
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its vector, of as many numbers as the index's model gives; null when it was not asked for, or the passage has none yet.</summary>
    /// <remarks>Vectors are compared by their inner product (<see cref="DistanceFunction.DotProductSimilarity"/>).</remarks>
    public ReadOnlyMemory<float>? Vector { get; init; }
}
