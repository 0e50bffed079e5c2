namespace ForumQA.Ingestion;

/// <summary>What a reader found in a file, before it is brought into canonical form.</summary>
internal sealed record SourceContent
{
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The title the file itself declares; null when it declares none.</summary>
    public string? Title { get; init; }

    /// <summary>The address the file itself declares; null when it declares none.</summary>
    public string? Uri { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
