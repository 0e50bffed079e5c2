using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>A number over a set of judged cases.</summary>
internal sealed class Metric
{
    private readonly Func<JudgedCase, (double Sum, double Count)>? _part;
    private readonly Func<IReadOnlyList<JudgedCase>, double?>? _whole;

    private Metric(string name, string meaning, Func<JudgedCase, (double Sum, double Count)>? part, Func<IReadOnlyList<JudgedCase>, double?>? whole)
    {
        Name = name;
        Meaning = meaning;
        _part = part;
        _whole = whole;
    }

    /// <summary>As in reports and thresholds.</summary>
    public string Name { get; }

    /// <summary>In a few words.</summary>
    public string Meaning { get; }

    public bool LowerIsBetter { get; private init; }

    /// <summary>A mean over cases; null for a case that does not count.</summary>
    public static Metric Mean(string name, string meaning, Func<JudgedCase, double?> value) =>
        Ratio(name, meaning, judged => value(judged) is { } number ? (number, 1) : (0, 0));

    /// <summary>A mean that should be low.</summary>
    public static Metric Error(string name, string meaning, Func<JudgedCase, double?> value) =>
        new(name, meaning, judged => value(judged) is { } number ? (number, 1) : (0, 0), null) { LowerIsBetter = true };

    /// <summary>The sum of what the cases have over the sum of what they could have.</summary>
    public static Metric Ratio(string name, string meaning, Func<JudgedCase, (double Sum, double Count)> part) => new(name, meaning, part, null);

    /// <summary>A number that only the cases together have.</summary>
    public static Metric Whole(string name, string meaning, Func<IReadOnlyList<JudgedCase>, double?> value) => new(name, meaning, null, value);

    /// <summary>The value with its confidence interval; null when no case counts.</summary>
    public MetricEstimate? Estimate(IReadOnlyList<JudgedCase> cases)
    {
        if (_whole is not null)
        {
            return Estimate(cases, cases.Count, _whole);
        }

        // The parts are worked out once, not in every resample; cases that do not count carry nothing.
        var parts = cases.Select(_part!).Where(part => part.Count > 0).ToList();
        return Estimate(parts, parts.Count, Quotient);
    }

    private MetricEstimate? Estimate<T>(IReadOnlyList<T> cases, int count, Func<IReadOnlyList<T>, double?> statistic)
    {
        if (statistic(cases) is not { } value)
        {
            return null;
        }

        var (low, high) = Bootstrap.Interval(cases, statistic) ?? (value, value);
        return new MetricEstimate(Name, value, low, high, count, LowerIsBetter);
    }

    private static double? Quotient(IReadOnlyList<(double Sum, double Count)> parts)
    {
        var (sum, count) = (0.0, 0.0);
        for (var i = 0; i < parts.Count; i++)
        {
            sum += parts[i].Sum;
            count += parts[i].Count;
        }

        return count > 0 ? sum / count : null;
    }
}

/// <summary>A metric's value with its 95 % confidence interval.</summary>
/// <param name="Name">Which metric, as defined in <c>docs/evals.md</c>.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Cases">How many cases it rests on.</param>
/// <param name="LowerIsBetter">Whether less is better, as for errors.</param>
public sealed record MetricEstimate(string Name, double Value, double Low, double High, int Cases, bool LowerIsBetter);
