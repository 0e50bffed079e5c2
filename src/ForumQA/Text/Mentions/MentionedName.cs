namespace ForumQA.Text.Mentions;

/// <summary>A name with what all documents say of it.</summary>
internal sealed record MentionedName
{
    /// <summary>What it names.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The <see cref="Mention.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The name as best known.</summary>
    public required string Name { get; init; }

    /// <summary>What is said of it (<see cref="Mention.Detail"/>), each once, the most telling first.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The ids of the documents that mention it, in ordinal order.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>How often it is mentioned.</summary>
    public required int Count { get; init; }

    /// <summary>Other forms of the name: "Shimada", "Ma Yun", acronyms.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
