namespace ForumQA.Api.Records;

/// <summary>A conversation as listed.</summary>
internal sealed record ConversationSummary
{
    /// <summary>Names the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; null before the first question.</summary>
    public required string? Title { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last answer was given.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many answers it has.</summary>
    public required int Answers { get; init; }

    /// <summary>Names the link by which others may read it; null while it is not shared.</summary>
    public string? ShareId { get; init; }
}

/// <summary>Conversations, the latest first.</summary>
internal sealed record ConversationList
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>Those asked for.</summary>
    public required IReadOnlyList<ConversationSummary> Conversations { get; init; }
}

/// <summary>A conversation with its answers, each of which has its question.</summary>
internal sealed record ConversationJson
{
    /// <summary>Names the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; null before the first question.</summary>
    public required string? Title { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last answer was given.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Names the link by which others may read it; null while it is not shared.</summary>
    public string? ShareId { get; init; }

    /// <summary>Its answers, oldest first.</summary>
    public required IReadOnlyList<GivenAnswer> Answers { get; init; }
}
