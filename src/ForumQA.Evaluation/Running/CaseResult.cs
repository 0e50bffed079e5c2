using System.Text.Json.Serialization;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Running;

/// <summary>What ForumQA did with one case.</summary>
public sealed record CaseResult
{
    /// <summary>The <see cref="Cases.EvalCase.Id"/>.</summary>
    public required string CaseId { get; init; }

    /// <summary>The <see cref="Cases.EvalCase.Hash"/> at the time.</summary>
    public required string CaseHash { get; init; }

    /// <summary>Why there is no answer to judge: the message of the failure; null when there was none.</summary>
    public string? Error { get; init; }

    /// <summary>The turns of <see cref="Cases.EvalCase.Before"/> with what was answered; empty when there are none.</summary>
    public IReadOnlyList<ConversationTurn> Before { get; init => field = value ?? []; } = [];

    /// <summary>The answer's status; <see cref="AnswerStatus.NotFound"/> after a failure.</summary>
    public AnswerStatus Status { get; init; } = AnswerStatus.NotFound;

    /// <summary>How likely the corpus was held to answer the question, 0 to 1; null when no score was given.</summary>
    public double? Score { get; init; }

    /// <summary>Why the answer was withheld or in doubt; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The question that was searched for; null when it never came to that.</summary>
    public string? StandaloneQuestion { get; init; }

    /// <summary>The answer.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>The passages found, best first.</summary>
    public IReadOnlyList<RetrievedSpan> Retrieved { get; init; } = [];

    /// <summary>The language model that wrote the answer; null for the documents' own sentences.</summary>
    public string? Model { get; init; }

    /// <summary>What the model took; null when it was not asked or does not tell.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The <see cref="AnswerNote.Code"/>s of the answer, such as <c>model-unavailable</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How long each stage took.</summary>
    public StageTimes Times { get; init; } = new();

    /// <summary>What ForumQA said itself, before the sentences or in their place; null when nothing.</summary>
    public string? Lead { get; init; }

    /// <summary>The answer as one text, as a person reads it: the lead, and each sentence under what it is listed under.</summary>
    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Group is { } group ? $"{group}: {sentence.Text}" : sentence.Text).Prepend(Lead).OfType<string>());

    /// <summary>Each citation of the answer once.</summary>
    [JsonIgnore]
    public IReadOnlyList<Citation> Citations =>
        [.. Sentences.SelectMany(sentence => sentence.Citations).DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number)];
}

/// <summary>Where a retrieved passage stands.</summary>
/// <param name="DocumentId">The <see cref="Document.Id"/>.</param>
/// <param name="Start">In UTF-16 code units.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Score">As it was ranked by.</param>
public sealed record RetrievedSpan(string DocumentId, int Start, int End, double Score);
