using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>Sums up judged cases.</summary>
internal static class ReportBuilder
{
    public static EvalReport Build(EvalRequest request, RunSettings settings, DateTimeOffset started, IReadOnlyList<JudgedCase> cases)
    {
        // What failed says nothing about answers; it is shown on its own and fails every gate.
        var judged = cases.Where(entry => entry.Score.Verdict != Verdict.Failed).ToList();
        return new EvalReport
        {
            StartedAt = started,
            CaseFile = request.Cases.Path,
            Half = request.Half,
            Parallelism = request.Parallelism,
            Settings = settings,
            Metrics = Estimate(MetricCatalogue.All, judged),
            Tags =
            [
                .. judged
                    .SelectMany(entry => entry.Case.Tags.Distinct(), (entry, tag) => (tag, entry))
                    .GroupBy(pair => pair.tag, pair => pair.entry)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new TagMetrics(group.Key, group.Count(), Estimate(MetricCatalogue.ByTag, [.. group]))),
            ],
            Kinds = Kinds(judged),
            Halves =
            [
                .. judged.GroupBy(entry => entry.Case.Half).OrderBy(group => group.Key)
                    .Select(group => new HalfMetrics(group.Key, group.Count(), Estimate(MetricCatalogue.ByKind, [.. group]), Kinds(group))),
            ],
            Times =
            [
                .. Summarise("rewriting", judged, times => times.Rewriting),
                .. Summarise("retrieval", judged, times => times.Retrieval),
                .. Summarise("composing", judged, times => times.Composing),
                .. Summarise("writing", judged, times => times.Writing),
                .. Summarise("total", judged, times => times.Total),
            ],
            Model = ModelSummary.Of(cases),
            RiskCoverage = Curve(judged),
            Cases = cases,
        };
    }

    /// <summary>The curve of the answers given; what was refused has no answer to judge.</summary>
    internal static IReadOnlyList<RiskCoveragePoint> Curve(IReadOnlyList<JudgedCase> cases) => AbstentionMetrics.RiskCoverage(
        cases.Where(entry => entry.Score.Answered && entry.Result.Score is not null).Select(entry => (entry.Result.Score!.Value, IsRight(entry))),
        cases.Count);

    /// <summary>An answer is right when the question has one and it is that one; where no wording is known, when it cites the evidence.</summary>
    private static bool IsRight(JudgedCase entry) =>
        entry.Case.Answerable && (entry.Score.ContainsAnswer ?? entry.Score.GoldCited.Contains(true));

    private static List<KindMetrics> Kinds(IEnumerable<JudgedCase> cases)
    {
        var byKind = cases.ToLookup(entry => entry.Case.Kind);
        return
        [
            .. CaseKind.All.Where(byKind.Contains)
                .Select(kind => new KindMetrics(kind, byKind[kind].Count(), Estimate(MetricCatalogue.ByKind, [.. byKind[kind]]))),
        ];
    }

    private static List<MetricEstimate> Estimate(IReadOnlyList<Metric> metrics, IReadOnlyList<JudgedCase> cases) =>
        [.. metrics.Select(metric => metric.Estimate(cases)).OfType<MetricEstimate>()];

    private static IEnumerable<StageSummary> Summarise(string stage, IReadOnlyList<JudgedCase> cases, Func<StageTimes, double?> time)
    {
        var sorted = cases.Select(entry => time(entry.Result.Times)).OfType<double>().Order().ToList();
        if (sorted.Count > 0)
        {
            yield return new StageSummary(stage, Percentile.Of(sorted, 0.5), Percentile.Of(sorted, 0.95));
        }
    }
}
