namespace ForumQA.Text.Mentions;

/// <summary>A name as one document knows it, with every place where it stands.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Key">The folded name; of a person without what tells namesakes of several documents apart.</param>
/// <param name="Name">The name as best known.</param>
internal sealed record DocumentName(MentionKind Kind, string Key, string Name)
{
    /// <summary>What the document says of it, the most telling first.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Of a person the keys of the organizations it belongs to.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Other forms of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Where it stands, in the order of the text; never empty.</summary>
    public required IReadOnlyList<NamePlace> Places { get; init; }
}

/// <summary>A place where a name stands, in UTF-16 code units of the document's text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SentenceStart">Where its sentence starts.</param>
/// <param name="SentenceEnd">Where its sentence ends, exclusive.</param>
internal sealed record NamePlace(int Start, int End, int SentenceStart, int SentenceEnd)
{
    /// <summary>The <see cref="Mention.Detail"/>.</summary>
    public string? Detail { get; init; }

    /// <summary>The <see cref="Mention.Ordinal"/>.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The <see cref="Mention.Count"/>.</summary>
    public int? Count { get; init; }
}
