namespace ForumQA.Answering;

/// <summary>How long a question took, in milliseconds.</summary>
public sealed record StageTimes
{
    /// <summary>Completing the question by a language model; null when none did.</summary>
    public double? Rewriting { get; init; }

    /// <summary>Finding the passages; null when nothing was searched.</summary>
    public double? Retrieval { get; init; }

    /// <summary>Choosing, composing and verifying the documents' own sentences; null when there were none.</summary>
    public double? Composing { get; init; }

    /// <summary>Writing by a language model, with verifying and translating what it writes; null when none did.</summary>
    public double? Writing { get; init; }

    /// <summary>From the question to the complete answer.</summary>
    public double Total { get; init; }
}
