namespace ForumQA.Evaluation.Metrics;

/// <summary>Confidence intervals by the percentile bootstrap (Efron and Tibshirani 1993, chapter 13): cases are drawn anew with replacement.</summary>
/// <remarks>The draws come from a fixed seed, so the same cases give the same interval, always.</remarks>
internal static class Bootstrap
{
    public const int Resamples = 1000;
    public const double Level = 0.95;
    private const int Seed = 20200908;

    /// <summary>The 95 % interval of a statistic.</summary>
    /// <param name="cases">What to draw from.</param>
    /// <param name="statistic">Null for a draw that does not define it; such draws are left out.</param>
    /// <returns>Null when hardly any draw defines the statistic.</returns>
    public static (double Low, double High)? Interval<T>(IReadOnlyList<T> cases, Func<IReadOnlyList<T>, double?> statistic)
    {
        var random = new Random(Seed);
        var drawn = new T[cases.Count];
        var values = new List<double>(Resamples);
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < drawn.Length; j++)
            {
                drawn[j] = cases[random.Next(cases.Count)];
            }

            if (statistic(drawn) is { } value)
            {
                values.Add(value);
            }
        }

        if (values.Count < Resamples / 2)
        {
            return null;
        }

        values.Sort();
        return (Percentile.Of(values, (1 - Level) / 2), Percentile.Of(values, (1 + Level) / 2));
    }
}
