using System.Text.Json.Serialization;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>Everything that came of a run: what <c>report.json</c> holds and every other report is made from.</summary>
public sealed record EvalReport
{
    /// <summary>The number of this shape; a reader refuses others.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The number of the shape it was written in.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The case file as it was named.</summary>
    public required string CaseFile { get; init; }

    /// <summary>Which half of the cases was run; null for all.</summary>
    public CaseHalf? Half { get; init; }

    /// <summary>How many questions were asked at a time; times are comparable only between equals.</summary>
    public required int Parallelism { get; init; }

    /// <summary>Everything else that decides what was measured.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The metrics that the cases define.</summary>
    public required IReadOnlyList<MetricEstimate> Metrics { get; init; }

    /// <summary>Some metrics for each tag, in ordinal order.</summary>
    public required IReadOnlyList<TagMetrics> Tags { get; init; }

    /// <summary>For each kind of question how many replies are good or fail, in the order of <see cref="CaseKind.All"/>; empty when no case has a kind.</summary>
    public IReadOnlyList<KindMetrics> Kinds { get; init => field = value ?? []; } = [];

    /// <summary>The same for each half of the cases, and for each kind within it.</summary>
    public IReadOnlyList<HalfMetrics> Halves { get; init => field = value ?? []; } = [];

    /// <summary>How long each stage took.</summary>
    public required IReadOnlyList<StageSummary> Times { get; init; }

    /// <summary>What the language model did; null when none was asked.</summary>
    public ModelSummary? Model { get; init; }

    /// <summary>The risk-coverage curve of the answers given, from the highest threshold to the one in force; empty without scores.</summary>
    public required IReadOnlyList<RiskCoveragePoint> RiskCoverage { get; init; }

    /// <summary>Every case in the order of the file.</summary>
    public required IReadOnlyList<JudgedCase> Cases { get; init; }

    /// <summary>How many cases each verdict has, in the order of the verdicts; verdicts without a case are left out.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<Verdict, int>> Verdicts =>
        [.. Cases.CountBy(judged => judged.Score.Verdict).OrderBy(pair => pair.Key)];
}

/// <summary>What a language model did over all cases.</summary>
/// <param name="Answers">How many answers it wrote, refusals included.</param>
/// <param name="Tokens">What all requests took; null when its service does not tell.</param>
/// <param name="Notes">How many answers have each <see cref="Answering.AnswerNote.Code"/>, such as those that were quoted because the model failed.</param>
public sealed record ModelSummary(int Answers, Answering.TokenUsage? Tokens, IReadOnlyDictionary<string, int> Notes)
{
    internal static ModelSummary? Of(IReadOnlyList<JudgedCase> cases)
    {
        var notes = new SortedDictionary<string, int>(cases.SelectMany(entry => entry.Result.Notes.Distinct()).CountBy(code => code).ToDictionary(), StringComparer.Ordinal);
        var answers = cases.Count(entry => entry.Result.Model is not null);
        var tokens = cases.Select(entry => entry.Result.Usage).OfType<Answering.TokenUsage>().ToList();
        return answers == 0 && notes.Count == 0 ? null : new ModelSummary(answers, tokens.Count == 0 ? null : tokens.Aggregate((sum, usage) => sum + usage), notes);
    }
}

/// <summary>Metrics of the cases with one tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Cases">How many cases have it.</param>
/// <param name="Metrics">Those that these cases define.</param>
public sealed record TagMetrics(string Tag, int Cases, IReadOnlyList<MetricEstimate> Metrics);

/// <summary>How long one stage took over all cases, in milliseconds.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Median">Half of the cases took no longer.</param>
/// <param name="Percentile95">19 of 20 cases took no longer.</param>
public sealed record StageSummary(string Stage, double Median, double Percentile95);

/// <summary>How many replies to one kind of question are good or fail.</summary>
/// <param name="Kind">One of <see cref="CaseKind.All"/>.</param>
/// <param name="Cases">How many cases have it.</param>
/// <param name="Metrics"><c>good</c>, <c>confidently-wrong</c>, <c>doubtfully-wrong</c> and <c>wrongly-refused</c>.</param>
public sealed record KindMetrics(string Kind, int Cases, IReadOnlyList<MetricEstimate> Metrics);

/// <summary>How many replies of one half of the cases are good or fail.</summary>
/// <param name="Half">The half.</param>
/// <param name="Cases">How many cases it has.</param>
/// <param name="Metrics">As for a kind.</param>
/// <param name="Kinds">The kinds of question within it.</param>
public sealed record HalfMetrics(CaseHalf Half, int Cases, IReadOnlyList<MetricEstimate> Metrics, IReadOnlyList<KindMetrics> Kinds);
