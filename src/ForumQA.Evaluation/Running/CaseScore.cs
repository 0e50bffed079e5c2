namespace ForumQA.Evaluation.Running;

/// <summary>What is said of a case in one word.</summary>
public enum Verdict
{
    /// <summary>Answered rightly from the right evidence, or rightly refused.</summary>
    Correct,

    /// <summary>No accepted answer stands in the answer.</summary>
    WrongAnswer,

    /// <summary>The answer is right, but none of the expected evidence is cited.</summary>
    EvidenceNotCited,

    /// <summary>A quotation is not what stands at its place in the document.</summary>
    NotVerbatim,

    /// <summary>The corpus answers the question, ForumQA did not.</summary>
    FalseRefusal,

    /// <summary>The corpus does not answer the question, ForumQA did.</summary>
    FalseAnswer,

    /// <summary>There was no answer to judge.</summary>
    Failed,
}

/// <summary>What one case adds to the metrics.</summary>
public sealed record CaseScore
{
    /// <summary>The case in one word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the reply was worth to the person who asked.</summary>
    public CaseOutcome Outcome { get; init; }

    /// <summary>What of <see cref="Cases.EvalCase.Expect"/> is not fulfilled, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; init => field = value ?? []; } = [];

    /// <summary>For each gold citation the rank from 1 of the first passage that carries it; null when none of the first ten does.</summary>
    public IReadOnlyList<int?> GoldRanks { get; init; } = [];

    /// <summary>For each gold citation whether a citation of the answer carries it.</summary>
    public IReadOnlyList<bool> GoldCited { get; init; } = [];

    /// <summary>Citations of the answer.</summary>
    public int Citations { get; init; }

    /// <summary>Those that carry gold evidence.</summary>
    public int GoldCitations { get; init; }

    /// <summary>Those that carry gold evidence or whose quotation holds an accepted answer.</summary>
    public int CorrectCitations { get; init; }

    /// <summary>Those whose quotation is what stands at its place in the document.</summary>
    public int ExactCitations { get; init; }

    /// <summary>Whether an accepted answer stands in the answer; null when none is known.</summary>
    public bool? ContainsAnswer { get; init; }

    /// <summary>SQuAD's F1 of the answer; null when no accepted answer is known.</summary>
    public double? F1 { get; init; }

    /// <summary>Sentences of the answer.</summary>
    public int Sentences { get; init; }

    /// <summary>Those that all their citations together support.</summary>
    public int SupportedSentences { get; init; }

    /// <summary>Uses of a citation by a sentence.</summary>
    public int CitationUses { get; init; }

    /// <summary>Those without which their sentence would be supported less.</summary>
    public int PreciseUses { get; init; }

    /// <summary>Whether something was answered from the documents.</summary>
    public bool Answered { get; init; }
}
