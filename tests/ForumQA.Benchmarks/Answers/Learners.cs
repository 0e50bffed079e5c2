using System.Globalization;

namespace ForumQA.Benchmarks.Answers;

/// <summary>A linear model under construction: weights of standardised features.</summary>
internal sealed class LearnedModel<TFeature>(double[] weights, double intercept, double[] means, double[] deviations)
    where TFeature : struct, Enum
{
    /// <summary>The weights, the intercept behind them: where learning the same again, or nearly the same, may start.</summary>
    public double[] Weights => [.. weights, intercept];

    /// <summary>The table <see cref="ForumQA.Retrieval.LinearModel{TFeature}"/> reads, the heaviest feature first.</summary>
    public IReadOnlyList<string> ToLines() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Intercept\t{intercept:0.####}"),
        .. Enum.GetValues<TFeature>().Select((feature, i) => (feature, i))
            .OrderByDescending(pair => Math.Abs(weights[pair.i]))
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.feature}\t{weights[pair.i]:0.####}\t{means[pair.i]:0.#####}\t{deviations[pair.i]:0.#####}")),
    ];
}

/// <summary>Learns linear models by full-batch gradient descent (Adam) with an L2 penalty. Deterministic.</summary>
internal static class Learners
{
    /// <summary>Learns to rank: maximises the probability, under a softmax over a group's rows, of its good rows together.</summary>
    public static LearnedModel<TFeature> LearnRanking<TFeature>(IReadOnlyList<(float[][] Rows, bool[] IsGood)> groups, double penalty = 0.01, int rounds = 150, double[]? start = null)
        where TFeature : struct, Enum
    {
        var (means, deviations) = Measure(groups.SelectMany(group => group.Rows));
        var data = groups.Select(group => group.Rows.Select(row => Standardise(row, means, deviations)).ToArray()).ToArray();
        var weights = start?[..means.Length] ?? new double[means.Length];
        Descend(weights, rounds, gradient =>
        {
            for (var g = 0; g < data.Length; g++)
            {
                AddRankingGradient(data[g], groups[g].IsGood, weights, gradient);
            }

            Finish(gradient, weights, data.Length, penalty, weights.Length);
        });
        return new LearnedModel<TFeature>(weights, 0, means, deviations);
    }

    /// <summary>Learns logistic regression. Features whose standardised weight stays under <paramref name="least"/> are dropped and the rest learned again.</summary>
    public static LearnedModel<TFeature> LearnLogistic<TFeature>(
        IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> rows, double least = 0.03, double penalty = 0.01, int rounds = 250, double[]? start = null)
        where TFeature : struct, Enum
    {
        var (means, deviations) = Measure(rows.Select(row => row.Row));
        var data = rows.Select(row => Standardise(row.Row, means, deviations)).ToArray();
        var total = rows.Sum(row => row.Weight);
        var kept = Enumerable.Repeat(true, means.Length).ToArray();
        double[] weights = [];
        for (var pass = 0; pass < 2; pass++)
        {
            weights = start is null ? new double[means.Length + 1] : [.. start.Select((weight, i) => i == means.Length || kept[i] ? weight : 0)];
            Descend(weights, rounds, gradient =>
            {
                for (var i = 0; i < data.Length; i++)
                {
                    var error = (Probability(Sum(weights, data[i]) + weights[^1]) - (rows[i].IsPositive ? 1 : 0)) * rows[i].Weight;
                    for (var j = 0; j < data[i].Length; j++)
                    {
                        gradient[j] += kept[j] ? error * data[i][j] : 0;
                    }

                    gradient[^1] += error;
                }

                Finish(gradient, weights, total, penalty, means.Length);
            });
            kept = [.. weights.Take(means.Length).Select(weight => Math.Abs(weight) >= least)];
        }

        return new LearnedModel<TFeature>(weights[..^1], weights[^1], means, deviations);
    }

    private static void AddRankingGradient(float[][] rows, bool[] isGood, double[] weights, double[] gradient)
    {
        var scores = rows.Select(row => Sum(weights, row)).ToArray();
        var highest = scores.Max();
        var odds = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var all = odds.Sum();
        var good = odds.Where((_, i) => isGood[i]).Sum();
        if (good <= 0)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var error = (odds[i] / all) - (isGood[i] ? odds[i] / good : 0);
            for (var j = 0; j < weights.Length && Math.Abs(error) > 1e-7; j++)
            {
                gradient[j] += error * rows[i][j];
            }
        }
    }

    private static void Descend(double[] weights, int rounds, Action<double[]> addGradient)
    {
        var (first, second, gradient) = (new double[weights.Length], new double[weights.Length], new double[weights.Length]);
        for (var round = 1; round <= rounds; round++)
        {
            Array.Clear(gradient);
            addGradient(gradient);
            var rate = 0.05 * Math.Min(1, 3.0 * (rounds - round + 1) / rounds);
            for (var i = 0; i < weights.Length; i++)
            {
                first[i] = (0.9 * first[i]) + (0.1 * gradient[i]);
                second[i] = (0.99 * second[i]) + (0.01 * gradient[i] * gradient[i]);
                weights[i] -= gradient[i] == 0 ? 0 : rate * (first[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.99, round))) + 1e-8);
            }
        }
    }

    private static void Finish(double[] gradient, double[] weights, double total, double penalty, int penalised)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = (gradient[i] / total) + (i < penalised ? penalty * weights[i] : 0);
        }
    }

    private static (double[] Means, double[] Deviations) Measure(IEnumerable<float[]> rows)
    {
        double[] sums = [], squares = [];
        var count = 0;
        foreach (var row in rows)
        {
            (sums, squares) = count++ == 0 ? (new double[row.Length], new double[row.Length]) : (sums, squares);
            for (var i = 0; i < row.Length; i++)
            {
                sums[i] += row[i];
                squares[i] += (double)row[i] * row[i];
            }
        }

        var means = sums.Select(sum => sum / count).ToArray();
        return (means, [.. squares.Zip(means, (square, mean) => Math.Sqrt(Math.Max(0, (square / count) - (mean * mean)))).Select(deviation => deviation < 1e-3 ? 1 : deviation)]);
    }

    private static float[] Standardise(float[] row, double[] means, double[] deviations) =>
        [.. row.Select((value, i) => (float)((value - means[i]) / deviations[i]))];

    private static double Sum(double[] weights, float[] row)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
