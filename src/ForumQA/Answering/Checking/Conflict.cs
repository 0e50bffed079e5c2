namespace ForumQA.Answering.Checking;

/// <summary>What a document says in place of what was claimed.</summary>
public sealed record Conflict
{
    /// <summary>In what they differ.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>The words of the claim that the document contradicts, such as "2006"; null when only the document has such a word, as "not".</summary>
    public required string? Claimed { get; init; }

    /// <summary>The document's words in their place, such as "2005"; null when only the claim has such a word.</summary>
    public required string? Stated { get; init; }

    /// <summary>The sentence of the document.</summary>
    public required Citation Citation { get; init; }
}
