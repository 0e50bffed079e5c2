using ForumQA.Answering;

namespace ForumQA.Api.Records;

/// <summary>What a reader said of an answer.</summary>
/// <param name="Helpful">Whether it helped.</param>
/// <param name="Comment">What else was said; null for nothing.</param>
/// <param name="At">When it was said.</param>
internal sealed record AnswerFeedback(bool Helpful, string? Comment, DateTimeOffset At);

/// <summary>Answers of which readers said something, oldest first: what <c>forumqa eval import feedback</c> reads.</summary>
internal sealed record FeedbackList
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>Those asked for.</summary>
    public required IReadOnlyList<RatedAnswer> Feedback { get; init; }
}

/// <summary>An answer and what a reader said of it.</summary>
internal sealed record RatedAnswer
{
    /// <summary>The answer.</summary>
    public required string AnswerId { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question that was searched for.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>Whether the documents answered it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>Whether the reader found it helpful.</summary>
    public required bool Helpful { get; init; }

    /// <summary>What else the reader said; null for nothing.</summary>
    public required string? Comment { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the answer quoted.</summary>
    public required IReadOnlyList<RatedQuotation> Quotations { get; init; }
}

/// <summary>A quotation of an answer.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Quotation">Its words.</param>
internal sealed record RatedQuotation(string DocumentId, string Quotation);
