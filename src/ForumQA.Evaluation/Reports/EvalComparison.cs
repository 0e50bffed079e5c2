using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>What became of a case between two runs.</summary>
public enum CaseChange
{
    /// <summary>It was correct and is not any more.</summary>
    Broken,

    /// <summary>Expected evidence that was found or cited is not any more.</summary>
    EvidenceLost,

    /// <summary>It was not correct and is now.</summary>
    Fixed,

    /// <summary>The same verdict in other words, or with other quotations.</summary>
    OtherWording,

    /// <summary>The case is not in the baseline, or was changed since.</summary>
    New,

    /// <summary>The case is in the baseline only.</summary>
    Gone,
}

/// <summary>What changed between two runs of an eval: of two builds, two settings, or two versions of an index.</summary>
public sealed record EvalComparison
{
    /// <summary>When the baseline was run.</summary>
    public required DateTimeOffset BaselineStartedAt { get; init; }

    /// <summary>Whether the two runs asked the same documents.</summary>
    public required bool SameCorpus { get; init; }

    /// <summary>Metrics of both runs, in the order of the newer one.</summary>
    public required IReadOnlyList<MetricChange> Metrics { get; init; }

    /// <summary>Every case that changed: by kind of change, then in the order of the file.</summary>
    public required IReadOnlyList<ComparedCase> Cases { get; init; }

    /// <summary>Compares two reports, case by case.</summary>
    /// <param name="baseline">The older.</param>
    /// <param name="current">The newer.</param>
    public static EvalComparison Of(EvalReport baseline, EvalReport current)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(current);
        var before = baseline.Cases.ToDictionary(judged => judged.Case.Id, StringComparer.Ordinal);
        var ids = current.Cases.Select(judged => judged.Case.Id).ToHashSet(StringComparer.Ordinal);
        var metrics = baseline.Metrics.ToDictionary(estimate => estimate.Name, StringComparer.Ordinal);
        return new EvalComparison
        {
            BaselineStartedAt = baseline.StartedAt,
            SameCorpus = baseline.Settings.CorpusHash == current.Settings.CorpusHash,
            Metrics = [.. current.Metrics.Where(now => metrics.ContainsKey(now.Name)).Select(now => new MetricChange(metrics[now.Name], now))],
            Cases =
            [
                .. current.Cases
                    .Select(now => Compare(before.GetValueOrDefault(now.Case.Id), now))
                    .Concat(baseline.Cases.Where(then => !ids.Contains(then.Case.Id)).Select(then => new ComparedCase(CaseChange.Gone, then, null)))
                    .OfType<ComparedCase>()
                    .OrderBy(compared => compared.Change),
            ],
        };
    }

    private static ComparedCase? Compare(JudgedCase? then, JudgedCase now)
    {
        if (then is null || then.Result.CaseHash != now.Result.CaseHash)
        {
            return new ComparedCase(CaseChange.New, null, now);
        }

        var (wasCorrect, isCorrect) = (then.Score.Verdict == Verdict.Correct, now.Score.Verdict == Verdict.Correct);
        CaseChange? change = (wasCorrect, isCorrect) switch
        {
            (true, false) => CaseChange.Broken,
            (false, true) => CaseChange.Fixed,
            _ when LostEvidence(then.Score, now.Score) => CaseChange.EvidenceLost,
            _ when !SameWords(then.Result, now.Result) => CaseChange.OtherWording,
            _ => null,
        };
        return change is { } changed ? new ComparedCase(changed, then, now) : null;
    }

    private static bool LostEvidence(CaseScore then, CaseScore now) =>
        then.GoldCited.Zip(now.GoldCited).Any(cited => cited is { First: true, Second: false })
        || then.GoldRanks.Zip(now.GoldRanks).Any(rank => rank is { First: not null, Second: null });

    private static bool SameWords(CaseResult then, CaseResult now) =>
        then.Status == now.Status
        && then.Text == now.Text
        && then.Citations.Select(citation => (citation.DocumentId, citation.Quotation))
            .SequenceEqual(now.Citations.Select(citation => (citation.DocumentId, citation.Quotation)));
}

/// <summary>A metric in two runs.</summary>
/// <param name="Before">In the baseline.</param>
/// <param name="After">In the newer run.</param>
public sealed record MetricChange(MetricEstimate Before, MetricEstimate After)
{
    /// <summary>How much it rose; below 0 when it fell.</summary>
    public double Difference => After.Value - Before.Value;
}

/// <summary>A case in two runs.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">In the baseline; null when it is new.</param>
/// <param name="After">In the newer run; null when it is gone.</param>
public sealed record ComparedCase(CaseChange Change, JudgedCase? Before, JudgedCase? After)
{
    /// <summary>The case's id.</summary>
    public string Id => (After ?? Before)!.Case.Id;

    /// <summary>The case's question.</summary>
    public string Question => (After ?? Before)!.Case.Question;
}
