namespace ForumQA.Evaluation.Metrics;

/// <summary>Percentiles with linear interpolation between the nearest ranks (Hyndman and Fan 1996, definition 7, the default of R and NumPy).</summary>
internal static class Percentile
{
    /// <param name="sorted">In ascending order; not empty.</param>
    /// <param name="share">0 for the least, 0.5 for the median, 1 for the greatest.</param>
    public static double Of(IReadOnlyList<double> sorted, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count, nameof(sorted));
        var position = share * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
