namespace ForumQA.Answering.Planning;

/// <summary>What a plan chose to say, before its quotations are checked.</summary>
internal sealed record PlannedAnswer
{
    /// <summary>What the question turned out to ask for.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The <see cref="Answer.Lead"/>.</summary>
    public string? Lead { get; init; }

    /// <summary>The sentences in the order in which they are read; empty when nothing was found.</summary>
    public IReadOnlyList<PlannedSentence> Sentences { get; init; } = [];

    /// <summary>Why it is in doubt, or nothing was found; null when it is simply answered.</summary>
    public string? Doubt { get; init; }

    /// <summary>What a reader should know besides.</summary>
    public IReadOnlyList<AnswerNote> Notes { get; init; } = [];
}

/// <summary>A sentence to quote.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Group">The <see cref="AnswerSentence.Group"/>; null when the answer has no parts.</param>
internal sealed record PlannedSentence(CorpusSentence Sentence, string? Group = null);
