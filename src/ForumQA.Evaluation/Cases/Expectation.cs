using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>What a good reply has, for questions that one accepted wording cannot judge: lists, comparisons, summaries, small talk, refusals.</summary>
/// <remarks>
/// Words are compared without case, punctuation, articles and a possessive's <c>'s</c>, whole words in order, a hyphen parting words;
/// a <c>*</c> at the end of a word stands for any ending.
/// </remarks>
public sealed record Expectation
{
    /// <summary>Statuses any of which is right; empty for the usual: answered or in doubt when the case is answerable, not found otherwise.</summary>
    public IReadOnlyList<AnswerStatus> Status { get; init; } = [];

    /// <summary>What a list must name: for each item its wordings, any one of which will do.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Items { get; init; } = [];

    /// <summary>How many of <see cref="Items"/> must be there, as a share above 0 up to 1; default 1.</summary>
    public double Least { get; init; } = 1;

    /// <summary>What a comparison must speak of.</summary>
    public IReadOnlyList<ExpectedSide> Sides { get; init; } = [];

    /// <summary>Groups of wordings; of each group one must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> MustContain { get; init; } = [];

    /// <summary>Wordings none of which may stand in the answer; the reason of a refusal may name them.</summary>
    public IReadOnlyList<string> MustNotContain { get; init; } = [];

    /// <summary>Documents each of which must be cited, or named by its title or path.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The only documents that may be cited; empty when any may.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The most sentences the answer may have; null for any number.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>Another reply that is good as well, such as a refusal that says why; null when there is none.</summary>
    public Expectation? Otherwise { get; init; }

    internal IEnumerable<string> NamedDocuments => Documents.Concat(Within).Concat(Otherwise?.NamedDocuments ?? []);
}

/// <summary>One side of a comparison.</summary>
/// <param name="Of">Wordings of whom or what it speaks of, any one of which will do.</param>
/// <param name="Says">Wordings of what is said of it, any one of which will do.</param>
public sealed record ExpectedSide(IReadOnlyList<string> Of, IReadOnlyList<string> Says);
