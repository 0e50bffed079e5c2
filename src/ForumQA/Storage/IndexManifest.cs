namespace ForumQA.Storage;

/// <summary>What an index says of itself.</summary>
public sealed record IndexManifest
{
    /// <summary>The number of its schema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Rises by at least one with every write.</summary>
    public required long Generation { get; init; }

    /// <summary>The folder or file it was made from, as a full path; null before the first run.</summary>
    public string? Corpus { get; init; }

    /// <summary>Which model made its vectors; null before the first run.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>How many numbers a vector has; null while there are none.</summary>
    public int? Dimensions { get; init; }

    /// <summary>The chunking settings its passages were cut with; null before the first run.</summary>
    public string? Chunking { get; init; }

    /// <summary>The score under which questions are refused, as <c>forumqa calibrate</c> chose it; null when it was never calibrated, or before a change of model or chunking.</summary>
    public double? AbstentionThreshold { get; init; }

    /// <summary>How many documents it holds.</summary>
    public int DocumentCount { get; init; }

    /// <summary>How many passages it holds.</summary>
    public int PassageCount { get; init; }

    /// <summary>How many of them have a vector; fewer than <see cref="PassageCount"/> while vectors are being made.</summary>
    public int VectorCount { get; init; }
}
