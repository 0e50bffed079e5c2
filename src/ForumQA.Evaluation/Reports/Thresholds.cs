using System.Text.Json;
using System.Text.Json.Serialization;
using ForumQA.Evaluation.Cases;

namespace ForumQA.Evaluation.Reports;

/// <summary>What a report must reach: <c>evals/thresholds.json</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Thresholds
{
    // The generated reader sets what the file leaves out to null.
    private static readonly IReadOnlyDictionary<string, double> None = new Dictionary<string, double>();

    private static readonly IReadOnlyDictionary<string, KindThresholds> NoKinds = new Dictionary<string, KindThresholds>();

    /// <summary>For metrics where more is better: what the lower confidence bound must not fall below.</summary>
    public IReadOnlyDictionary<string, double> Minimum { get; init => field = value ?? None; } = None;

    /// <summary>For metrics where less is better: what the upper confidence bound must not exceed.</summary>
    public IReadOnlyDictionary<string, double> Maximum { get; init => field = value ?? None; } = None;

    /// <summary>What single kinds of question must reach, by <see cref="CaseKind.All"/>, in <c>good</c> and the other metrics of a kind.</summary>
    public IReadOnlyDictionary<string, KindThresholds> Kinds { get; init => field = value ?? NoKinds; } = NoKinds;

    /// <summary>Reads a file of thresholds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">The file cannot be read, names an unknown metric, or sets no threshold at all.</exception>
    public static async Task<Thresholds> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var json = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            var thresholds = JsonSerializer.Deserialize(json, ReportJson.Default.Thresholds) ?? new Thresholds();
            return thresholds.FindMistake() is { } mistake ? throw Invalid(path, mistake) : thresholds;
        }
        catch (JsonException e)
        {
            throw Invalid(path, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("thresholds-unreadable", $"The thresholds '{path}' cannot be read: {e.Message} Check the path and its permissions.", e);
        }
    }

    /// <summary>Holds a report against the thresholds.</summary>
    /// <returns>Why it fails, a sentence each; empty when it passes.</returns>
    public IReadOnlyList<string> Check(EvalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. CheckFailures(report),
            .. FindMisses("", report.Metrics, Minimum, Maximum),
            .. Kinds.SelectMany(pair => FindMisses(
                $"{pair.Key}, ", report.Kinds.FirstOrDefault(kind => kind.Kind == pair.Key)?.Metrics ?? [], pair.Value.Minimum, pair.Value.Maximum)),
        ];
    }

    private static IEnumerable<string> FindMisses(
        string scope, IReadOnlyList<MetricEstimate> measured, IReadOnlyDictionary<string, double> minimum, IReadOnlyDictionary<string, double> maximum)
    {
        var estimates = measured.ToDictionary(estimate => estimate.Name, StringComparer.Ordinal);
        return minimum.Select(pair => Check(pair.Key, pair.Value, estimate => estimate.Low < pair.Value, "lower", "under"))
            .Concat(maximum.Select(pair => Check(pair.Key, pair.Value, estimate => estimate.High > pair.Value, "upper", "over")))
            .OfType<string>();

        string? Check(string name, double threshold, Func<MetricEstimate, bool> fails, string bound, string side) =>
            !estimates.TryGetValue(name, out var estimate)
                ? FormattableString.Invariant($"{scope}{name}: no case of this run defines it, so its threshold {threshold:0.###} is not reached.")
                : fails(estimate)
                    ? FormattableString.Invariant($"{scope}{name}: the {bound} confidence bound {(bound == "lower" ? estimate.Low : estimate.High):0.000} is {side} the threshold {threshold:0.000} (measured {estimate.Value:0.000} on {estimate.Cases} cases).")
                    : null;
    }

    private static IEnumerable<string> CheckFailures(EvalReport report)
    {
        var failed = report.Cases.Where(judged => judged.Result.Error is not null).ToList();
        if (failed.Count > 0)
        {
            yield return $"{failed.Count} of {report.Cases.Count} cases could not be answered; the first, {failed[0].Case.Id}: {failed[0].Result.Error}";
        }
    }

    private static ForumQAException Invalid(string path, string mistake, Exception? cause = null) => new(
        "thresholds-invalid", $"The thresholds '{path}' are not in order: {mistake} Write them as {{\"minimum\": {{\"citation-precision\": 0.9}}, \"maximum\": {{\"false-answers\": 0.2}}}}.", cause);

    private string? FindMistake() =>
        Minimum.Count + Maximum.Count + Kinds.Values.Sum(kind => kind.Minimum.Count + kind.Maximum.Count) == 0 ? "they set no threshold, so nothing could fail."
        : FindUnknown(MetricCatalogue.All, Minimum, Maximum) is { } unknown ? unknown
        : Kinds.Keys.Except(CaseKind.All).FirstOrDefault() is { } kind ? $"'{kind}' is none of the kinds of question ({string.Join(", ", CaseKind.All)})."
        : Kinds.Values.Select(each => FindUnknown(MetricCatalogue.ByKind, each.Minimum, each.Maximum)).OfType<string>().FirstOrDefault();

    private static string? FindUnknown(IReadOnlyList<Metric> metrics, IReadOnlyDictionary<string, double> minimum, IReadOnlyDictionary<string, double> maximum)
    {
        var higher = metrics.Where(metric => !metric.LowerIsBetter).Select(metric => metric.Name).ToList();
        var lower = metrics.Where(metric => metric.LowerIsBetter).Select(metric => metric.Name).ToList();
        return minimum.Keys.Except(higher).FirstOrDefault() is { } unknown ? $"'{unknown}' is none of the metrics with a minimum ({string.Join(", ", higher)})."
            : maximum.Keys.Except(lower).FirstOrDefault() is { } other ? $"'{other}' is none of the metrics with a maximum ({string.Join(", ", lower)})."
            : null;
    }
}
