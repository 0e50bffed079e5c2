namespace ForumQA.Evaluation.Metrics;

/// <summary>How well a score tells what to answer from what to refuse.</summary>
internal static class AbstentionMetrics
{
    /// <summary>
    /// The probability that an answerable question scores higher than one that is not, ties counting half: the area under the
    /// receiver operating characteristic, by the Mann-Whitney statistic (Hanley and McNeil 1982). 0.5 is chance.
    /// </summary>
    /// <returns>Null when one of the two kinds is missing.</returns>
    public static double? Auroc(IEnumerable<(double Score, bool Positive)> cases)
    {
        var sorted = cases.ToArray();
        Array.Sort(sorted, (a, b) => a.Score.CompareTo(b.Score));
        long positives = 0, negatives = 0;
        var wins = 0.0;
        for (var i = 0; i < sorted.Length;)
        {
            var (tiedPositives, tiedNegatives) = (0, 0);
            for (var score = sorted[i].Score; i < sorted.Length && sorted[i].Score.Equals(score); i++)
            {
                _ = sorted[i].Positive ? tiedPositives++ : tiedNegatives++;
            }

            wins += tiedPositives * (negatives + (tiedNegatives / 2.0));
            positives += tiedPositives;
            negatives += tiedNegatives;
        }

        return positives > 0 && negatives > 0 ? wins / ((double)positives * negatives) : null;
    }

    /// <summary>The risk-coverage curve: what share of answers is wrong when only the questions that score highest are answered.</summary>
    /// <param name="answers">The score of each answer given and whether it was right.</param>
    /// <param name="cases">How many questions were asked in all; what was refused counts against coverage.</param>
    /// <remarks>El-Yaniv and Wiener 2010; Geifman and El-Yaniv 2017. Answers with the same score cannot be told apart, so they make one point.</remarks>
    /// <returns>From the highest threshold to the lowest; empty without answers.</returns>
    public static IReadOnlyList<RiskCoveragePoint> RiskCoverage(IEnumerable<(double Score, bool Right)> answers, int cases)
    {
        var sorted = answers.OrderByDescending(answer => answer.Score).ToList();
        var points = new List<RiskCoveragePoint>();
        var wrong = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            wrong += sorted[i].Right ? 0 : 1;
            if (i + 1 == sorted.Count || !sorted[i + 1].Score.Equals(sorted[i].Score))
            {
                points.Add(new RiskCoveragePoint(sorted[i].Score, (i + 1.0) / cases, wrong / (i + 1.0)));
            }
        }

        return points;
    }
}

/// <summary>One point of a risk-coverage curve.</summary>
/// <param name="Threshold">Answers with at least this score are given.</param>
/// <param name="Coverage">The share of questions that are then answered.</param>
/// <param name="Risk">The share of those answers that are wrong.</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Risk);
