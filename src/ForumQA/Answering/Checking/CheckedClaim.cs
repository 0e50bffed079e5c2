namespace ForumQA.Answering.Checking;

/// <summary>A sentence of a checked text with what the documents say of it.</summary>
public sealed record CheckedClaim
{
    /// <summary>Its words as they stand in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it starts in the text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>What it does; only a <see cref="ClaimKind.Statement"/> is checked.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What the documents say of it.</summary>
    public required ClaimVerdict Verdict { get; init; }

    /// <summary>The quotations that say it, or a part of it; empty when none does.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What contradicts it; empty unless it is <see cref="ClaimVerdict.Contradicted"/>.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>Its words that stand in no document, as written; empty where it was found.</summary>
    public IReadOnlyList<string> UnmatchedTerms { get; init; } = [];
}
