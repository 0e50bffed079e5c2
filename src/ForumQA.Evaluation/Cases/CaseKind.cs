namespace ForumQA.Evaluation.Cases;

/// <summary>What sort of thing a person asks for. Reports and thresholds look at each by itself.</summary>
public static class CaseKind
{
    /// <summary>Every kind, in the order of reports.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "fact", "said", "list", "count", "comparison", "summary", "about", "why", "how", "yes-no", "definition", "which-document", "quotes",
        "paraphrase", "vague", "misspelt", "follow-up", "small-talk", "about-forumqa", "about-corpus", "other-subject", "missing-fact",
        "false-premise", "other-language",
    ];
}
