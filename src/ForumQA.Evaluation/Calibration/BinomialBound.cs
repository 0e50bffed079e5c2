namespace ForumQA.Evaluation.Calibration;

/// <summary>How high a share may be of which a few draws were seen, by Clopper and Pearson (Biometrika 26, 1934): exact, and never too low.</summary>
public static class BinomialBound
{
    private const int Halvings = 60;

    /// <summary>The upper bound of the share, one-sided.</summary>
    /// <param name="hits">Draws that count, such as wrong answers.</param>
    /// <param name="draws">All draws; none leaves everything open, so that the bound is 1.</param>
    /// <param name="confidence">How sure the bound is, such as .95.</param>
    public static double Upper(int hits, int draws, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, hits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (hits == draws)
        {
            return 1;
        }

        // The probability of so few hits falls as the share rises: the bound is where it reaches what is left of the confidence.
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(hits, draws, middle) > 1 - confidence ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>How many draws without a hit it takes to be sure that the share is no higher.</summary>
    /// <param name="share">The share, above 0 and below 1.</param>
    /// <param name="confidence">How sure.</param>
    public static int DrawsNeeded(double share, double confidence) => (int)Math.Ceiling(Math.Log(1 - confidence) / Math.Log(1 - share));

    private static double AtMost(int hits, int draws, double share)
    {
        double sum = 0, log = draws * Math.Log(1 - share);
        for (var i = 0; i <= hits; i++)
        {
            sum += Math.Exp(log);
            log += Math.Log((draws - i) / (i + 1.0)) + Math.Log(share) - Math.Log(1 - share);
        }

        return sum;
    }
}
