using ForumQA.Answering;
using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>Every metric of a report. Their definitions, with sources, stand in <c>docs/evals.md</c>.</summary>
internal static class MetricCatalogue
{
    public const string Correct = "correct";
    public const string CitationPrecision = "citation-precision";
    public const string CitationRecall = "citation-recall";
    public const string AnswerContained = "answer-contained";
    public const string RecallAt5 = "recall@5";
    public const string FalseAnswers = "false-answers";
    public const string Good = "good";
    public const string ConfidentlyWrong = "confidently-wrong";

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Metric.Mean(Correct, "cases without any fault", judged => Share(judged.Score.Verdict == Verdict.Correct)),

        // By the name that people's questions are reported under, beside the ways in which a reply fails the person who asked.
        Metric.Mean(Good, "replies that are what was asked for", judged => Share(judged.Score.Outcome == CaseOutcome.Good)),
        Metric.Error(ConfidentlyWrong, "wrong without a doubt", judged => Share(judged.Score.Outcome == CaseOutcome.WrongWithoutDoubt)),
        Metric.Error("doubtfully-wrong", "wrong, and said to be in doubt", judged => Share(judged.Score.Outcome == CaseOutcome.WrongWithDoubt)),
        Metric.Error("wrongly-refused", "refused, though something should have been said", judged => Share(judged.Score.Outcome == CaseOutcome.RefusedWrongly)),

        Metric.Mean("recall@1", "gold evidence in the first passage", judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(1, ranks))),
        Metric.Mean(RecallAt5, "gold evidence in the first five", judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(5, ranks))),
        Metric.Mean("recall@10", "gold evidence in the first ten", judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(10, ranks))),
        Metric.Mean("mrr", "1 over the rank of the first evidence", judged => Retrieved(judged, RetrievalMetrics.ReciprocalRank)),
        Metric.Mean("ndcg@10", "evidence found, early ranks counting more", judged => Retrieved(
            judged, ranks => RetrievalMetrics.NdcgAt(10, ranks, [.. judged.Case.Citations.Select(citation => citation.Relevance)]))),

        Metric.Ratio(CitationPrecision, "citations of gold evidence, or that hold an accepted answer", judged =>
            IsJudgedByExpectation(judged) ? (0, 0) : (judged.Score.CorrectCitations, judged.Score.Citations)),
        Metric.Ratio("citation-precision-gold", "citations of gold evidence alone", judged =>
            IsJudgedByExpectation(judged) || (judged.Case.Answerable && judged.Case.Citations.Count == 0) ? (0, 0) : (judged.Score.GoldCitations, judged.Score.Citations)),
        Metric.Mean(CitationRecall, "cases that cite gold evidence", judged => judged.Score.GoldCited.Count > 0 ? Share(judged.Score.GoldCited.Contains(true)) : null),
        Metric.Ratio("evidence-recall", "gold evidence that is cited", judged => (judged.Score.GoldCited.Count(cited => cited), judged.Score.GoldCited.Count)),
        Metric.Ratio("citation-exactness", "quotations equal to the stored text", judged => (judged.Score.ExactCitations, judged.Score.Citations)),
        Metric.Ratio("alce-citation-recall", "sentences that their citations support", judged => (judged.Score.SupportedSentences, judged.Score.Sentences)),
        Metric.Ratio("alce-citation-precision", "citations that their sentence needs", judged => (judged.Score.PreciseUses, judged.Score.CitationUses)),

        Metric.Mean(AnswerContained, "answers that contain an accepted one", judged => judged.Score.ContainsAnswer is { } contains ? Share(contains) : null),
        Metric.Mean("answer-f1", "overlap of words with an accepted answer", judged => judged.Score.F1),

        Metric.Error(FalseAnswers, "unanswerable, yet answered", judged => judged.Case.Answerable ? null : Share(judged.Score.Answered && !IsGood(judged))),
        Metric.Error("confident-false-answers", "unanswerable, yet answered without a doubt", judged =>
            judged.Case.Answerable ? null : Share(judged.Result.Status == AnswerStatus.Answered && !IsGood(judged))),
        Metric.Error("false-refusals", "answerable, yet refused", judged => judged.Case.Answerable ? Share(!judged.Score.Answered) : null),
        Metric.Whole("balanced-accuracy", "mean of answerable answered and unanswerable refused", BalancedAccuracy),
        Metric.Whole("auroc", "how well the score parts answerable from not", Auroc),
    ];

    /// <summary>Those that are broken down by tag.</summary>
    public static IReadOnlyList<Metric> ByTag { get; } =
        [.. All.Where(metric => metric.Name is Correct or RecallAt5 or CitationPrecision or CitationRecall or AnswerContained or FalseAnswers)];

    /// <summary>Those that are broken down by kind of question and by half.</summary>
    public static IReadOnlyList<Metric> ByKind { get; } =
        [.. All.Where(metric => metric.Name is Good or ConfidentlyWrong or "doubtfully-wrong" or "wrongly-refused")];

    /// <summary>No gold evidence is named, so what is cited tells nothing of precision.</summary>
    private static bool IsJudgedByExpectation(JudgedCase judged) => judged.Case is { Expect: not null, Citations.Count: 0, Answers.Count: 0 };

    /// <summary>A false premise may be answered by what is there; that is no false answer.</summary>
    private static bool IsGood(JudgedCase judged) => judged.Score.Outcome == CaseOutcome.Good;

    private static double Share(bool holds) => holds ? 1 : 0;

    private static double? Retrieved(JudgedCase judged, Func<IReadOnlyList<int?>, double> metric) =>
        judged.Score.GoldRanks.Count > 0 ? metric(judged.Score.GoldRanks) : null;

    /// <summary>The mean of two rates that no choice of questions can tilt: the answerable that were answered, the others that were refused.</summary>
    private static double? BalancedAccuracy(IReadOnlyList<JudgedCase> cases)
    {
        Span<int> right = stackalloc int[2];
        Span<int> count = stackalloc int[2];
        foreach (var judged in cases)
        {
            var kind = judged.Case.Answerable ? 1 : 0;
            count[kind]++;
            right[kind] += judged.Score.Answered == judged.Case.Answerable ? 1 : 0;
        }

        return count[0] > 0 && count[1] > 0 ? (((double)right[0] / count[0]) + ((double)right[1] / count[1])) / 2 : null;
    }

    private static double? Auroc(IReadOnlyList<JudgedCase> cases) => AbstentionMetrics.Auroc(
        cases.Where(judged => judged.Result.Score is not null).Select(judged => (judged.Result.Score!.Value, judged.Case.Answerable)));
}
