using ForumQA.Evaluation.Calibration;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;

namespace ForumQA.Cli.Json;

/// <summary>What <c>eval --json</c> prints; every case stands in the file <c>report</c>.</summary>
internal sealed record EvalJson
{
    public required int Cases { get; init; }

    public required IReadOnlyDictionary<Verdict, int> Verdicts { get; init; }

    public required IReadOnlyList<MetricEstimate> Metrics { get; init; }

    public required IReadOnlyList<KindMetrics> Kinds { get; init; }

    public required IReadOnlyList<HalfMetrics> Halves { get; init; }

    public required IReadOnlyList<StageSummary> Times { get; init; }

    /// <summary>Null when no language model was asked.</summary>
    public required ModelSummary? Model { get; init; }

    /// <summary>Null without a baseline.</summary>
    public required IReadOnlyList<CaseChangeJson>? Changes { get; init; }

    /// <summary>Null without a gate; empty when it passes.</summary>
    public required IReadOnlyList<string>? GateFailures { get; init; }

    public required string Report { get; init; }

    public required string Page { get; init; }

    public static EvalJson From(EvalReport report, EvalComparison? comparison, IReadOnlyList<string>? gateFailures, ReportFiles files) => new()
    {
        Cases = report.Cases.Count,
        Verdicts = report.Verdicts.ToDictionary(),
        Metrics = report.Metrics,
        Kinds = report.Kinds,
        Halves = report.Halves,
        Times = report.Times,
        Model = report.Model,
        Changes = comparison is null ? null : [.. comparison.Cases.Select(compared => new CaseChangeJson(compared.Id, compared.Change))],
        GateFailures = gateFailures,
        Report = files.Json,
        Page = files.Html,
    };
}

/// <summary>What became of a case since the baseline.</summary>
internal sealed record CaseChangeJson(string Id, CaseChange Change);

/// <summary>What <c>calibrate --json</c> prints.</summary>
internal sealed record CalibrationJson(ThresholdChoice Choice, bool Stored);
