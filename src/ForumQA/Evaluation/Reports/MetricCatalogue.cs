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

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Metric.Mean(Correct, judged => Share(judged.Score.Verdict == Verdict.Correct)),

        Metric.Mean("recall@1", judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(1, ranks))),
        Metric.Mean(RecallAt5, judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(5, ranks))),
        Metric.Mean("recall@10", judged => Retrieved(judged, ranks => RetrievalMetrics.RecallAt(10, ranks))),
        Metric.Mean("mrr", judged => Retrieved(judged, RetrievalMetrics.ReciprocalRank)),
        Metric.Mean("ndcg@10", judged => Retrieved(
            judged, ranks => RetrievalMetrics.NdcgAt(10, ranks, [.. judged.Case.Citations.Select(citation => citation.Relevance)]))),

        Metric.Ratio(CitationPrecision, judged => (judged.Score.CorrectCitations, judged.Score.Citations)),
        Metric.Ratio("citation-precision-gold", judged =>
            judged.Case.Answerable && judged.Case.Citations.Count == 0 ? (0, 0) : (judged.Score.GoldCitations, judged.Score.Citations)),
        Metric.Mean(CitationRecall, judged => judged.Score.GoldCited.Count > 0 ? Share(judged.Score.GoldCited.Contains(true)) : null),
        Metric.Ratio("evidence-recall", judged => (judged.Score.GoldCited.Count(cited => cited), judged.Score.GoldCited.Count)),
        Metric.Ratio("citation-exactness", judged => (judged.Score.ExactCitations, judged.Score.Citations)),
        Metric.Ratio("sentence-support", judged => (judged.Score.SupportedSentences, judged.Score.Sentences)),

        Metric.Mean(AnswerContained, judged => judged.Score.ContainsAnswer is { } contains ? Share(contains) : null),
        Metric.Mean("answer-f1", judged => judged.Score.F1),

        Metric.Mean(FalseAnswers, judged => judged.Case.Answerable ? null : Share(judged.Score.Answered), lowerIsBetter: true),
        Metric.Mean("false-refusals", judged => judged.Case.Answerable ? Share(!judged.Score.Answered) : null, lowerIsBetter: true),
        Metric.Whole("balanced-accuracy", BalancedAccuracy),
        Metric.Whole("auroc", Auroc),
    ];

    /// <summary>Those that are broken down by tag.</summary>
    public static IReadOnlyList<Metric> ByTag { get; } =
        [.. All.Where(metric => metric.Name is Correct or RecallAt5 or CitationPrecision or CitationRecall or AnswerContained or FalseAnswers)];

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
