namespace ForumQA.Text.Mentions;

/// <summary>Which names to list. What is not set does not narrow.</summary>
internal sealed record MentionQuery
{
    /// <summary>Words of the name; null for all names.</summary>
    public string? Name { get; init; }

    /// <summary>What is named; null for people, organizations, events and places, and with a <see cref="Name"/> for every kind.</summary>
    public MentionKind? Kind { get; init; }

    /// <summary>The <see cref="Document.Id"/> of the only document to look at; null for all.</summary>
    public string? Document { get; init; }

    /// <summary>Most names, and most mentions, to list.</summary>
    public int Limit { get; init; } = 100;
}
