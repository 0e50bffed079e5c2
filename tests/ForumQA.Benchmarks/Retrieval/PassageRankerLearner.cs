using System.Globalization;
using ForumQA.Benchmarks.Answers;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>Learns weights so that the softmax over the candidates' scores gives the relevant passage the greatest likelihood, with an L2 penalty, by Adam (Kingma and Ba, ICLR 2015).</summary>
internal static class PassageRankerLearner
{
    private const double Penalty = 0.003;
    private const int Steps = 300;

    /// <summary>
    /// What only means something where passages share a document, which in this learning they do not. Support is half of what the same
    /// learning gives where the paragraphs of an article are one document (1.37 and .66), because on long papers (covid-qa) the whole
    /// costs a point of R@1; headings by HotpotQA and MuSiQue.
    /// </summary>
    private static readonly Dictionary<PassageFeature, double> SetByHand = new()
    {
        [PassageFeature.Heading] = 1,
        [PassageFeature.DocumentSupport] = 0.7,
        [PassageFeature.NeighbourSupport] = 0.4,
    };

    /// <summary>The weights by <see cref="PassageFeature"/>, none of them on the wrong side of zero.</summary>
    /// <param name="questions">With their candidates.</param>
    /// <param name="start">Weights to start from; null for words and grams alone.</param>
    /// <param name="steps">Rounds; fewer are enough from a good start.</param>
    public static double[] Learn(IReadOnlyList<LearningQuestion> questions, double[]? start = null, int steps = Steps)
    {
        var count = PassageFeatureReader.FeatureCount;
        var (weights, mean, square) = (new double[count], new double[count], new double[count]);
        weights[(int)PassageFeature.Words] = weights[(int)PassageFeature.Grams] = 4;
        start?.CopyTo(weights, 0);
        for (var step = 1; step <= steps; step++)
        {
            var gradient = questions.AsParallel().AsOrdered().Select(question => GradientOf(question, weights)).AsSequential()
                .Aggregate(new double[count], (sum, one) => [.. sum.Zip(one, (a, b) => a + b)]);
            var rate = step < steps * 0.6 ? 0.15 : 0.04;
            for (var i = 0; i < count; i++)
            {
                var slope = (gradient[i] / questions.Count) - (Penalty * weights[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.99 * square[i]) + (0.01 * slope * slope);
                weights[i] += rate * mean[i] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, step))) + 1e-8);

                // More of what was asked for is never a fault, except length.
                weights[i] = i == (int)PassageFeature.Length ? Math.Min(0, weights[i]) : Math.Max(0, weights[i]);
            }
        }

        return weights;
    }

    /// <summary>The lines of <c>passage-ranker.tsv</c>.</summary>
    public static IReadOnlyList<string> Format(double[] weights) =>
    [
        "Intercept\t0",
        .. Enum.GetValues<PassageFeature>().Select(feature => string.Create(
            CultureInfo.InvariantCulture, $"{feature}\t{(SetByHand.TryGetValue(feature, out var set) ? set : weights[(int)feature]):0.00}\t0\t1")),
    ];

    /// <summary>The lines of <c>passage-meaning.tsv</c>, from questions over an index with the built-in model's vectors.</summary>
    /// <remarks>Cosines are all much alike, so that features are standardised here. The weights set by hand are those of words: they are in log odds as well.</remarks>
    public static IReadOnlyList<string> LearnByMeaning(IReadOnlyList<LearningQuestion> questions)
    {
        var learned = Learners.LearnRanking<PassageFeature>([.. questions.Select(question => (
            question.Features.Select(features => features.Select((value, i) => SetByHand.ContainsKey((PassageFeature)i) ? 0 : (float)value).ToArray()).ToArray(),
            Enumerable.Range(0, question.Features.Length).Select(candidate => candidate == question.Relevant).ToArray()))]);
        return [.. learned.ToLines().Select(line => line.Split('\t')[0] is var name && Enum.TryParse<PassageFeature>(name, out var feature) && SetByHand.TryGetValue(feature, out var set)
            ? string.Create(CultureInfo.InvariantCulture, $"{feature}\t{set:0.00}\t0\t1")
            : line)];
    }

    private static double[] GradientOf(LearningQuestion question, double[] weights)
    {
        var scores = question.Features.Select(features => features.Zip(weights, (x, w) => x * w).Sum()).ToArray();
        var highest = scores.Max();
        var total = scores.Sum(score => Math.Exp(score - highest));
        var gradient = new double[weights.Length];
        for (var candidate = 0; candidate < scores.Length; candidate++)
        {
            var surprise = (candidate == question.Relevant ? 1 : 0) - (Math.Exp(scores[candidate] - highest) / total);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += surprise * question.Features[candidate][i];
            }
        }

        return gradient;
    }
}
