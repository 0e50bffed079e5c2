using System.Globalization;
using System.Numerics.Tensors;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>
/// Learns how much each token of a question counts when sentences are read beside it: so that, added to the score of the first ranking, the weighted nearness puts a right sentence first.
/// The model that reads stays as it is; 385 numbers are learned.
/// </summary>
internal sealed class TokenWeightLearner
{
    /// <summary>What nearness is worth beside the score of the first ranking, in its log odds: about what the ranker learned later gives it.</summary>
    private const double Worth = 12;

    private const int Rounds = 3;
    private const int AtOnce = 16;
    private const double Rate = 0.01;
    private const double Penalty = 1e-4;

    private readonly List<Group> _groups = [];

    /// <summary>Adds the sentences that were read for a question; passed over when it has no right one or no other among them.</summary>
    /// <param name="ranking">Read closely, in the order of the first ranking.</param>
    /// <param name="isGood">Whether a sentence is right.</param>
    /// <param name="times">How often the question counts.</param>
    public void Add(SentenceRanking ranking, Func<SentenceCandidate, bool> isGood, int times = 1)
    {
        var read = ranking.Sentences.Where(sentence => sentence.Nearness is not null).ToList();
        var good = read.ConvertAll(sentence => isGood(sentence));
        if (good.Contains(true) && good.Contains(false))
        {
            _groups.AddRange(Enumerable.Repeat(new Group(ranking.QuestionTokens, read.ConvertAll(sentence => sentence.Nearness!.Words), [.. read.Select(sentence => sentence.Score)], good), times));
        }
    }

    /// <summary>The table that <see cref="TokenWeights"/> reads.</summary>
    public IReadOnlyList<string> Learn()
    {
        var weights = new float[TokenWeights.Dimensions + 1];
        var (first, second) = (new float[weights.Length], new float[weights.Length]);
        var random = new Random(3);
        var step = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var order = _groups.ToArray();
            random.Shuffle(order);
            foreach (var batch in order.Chunk(AtOnce))
            {
                var gradient = new float[weights.Length];
                foreach (var group in batch)
                {
                    AddGradient(group, weights, gradient);
                }

                step++;
                Step(weights, gradient, batch.Length, first, second, step);
            }
        }

        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Intercept\t{weights[^1]:0.####}"),
            .. Enumerable.Range(0, TokenWeights.Dimensions).Select(i => string.Create(CultureInfo.InvariantCulture, $"{TokenWeights.NameOf(i)}\t{weights[i]:0.####}")),
        ];
    }

    /// <summary>Adam (Kingma and Ba, ICLR 2015).</summary>
    private static void Step(float[] weights, float[] gradient, int count, float[] first, float[] second, int step)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var slope = (gradient[i] / count) + (Penalty * weights[i]);
            first[i] = (float)((0.9 * first[i]) + (0.1 * slope));
            second[i] = (float)((0.999 * second[i]) + (0.001 * slope * slope));
            weights[i] -= (float)(Rate * (first[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, step))) + 1e-8));
        }
    }

    /// <summary>Of the negative log likelihood of the right sentences under a softmax.</summary>
    private static void AddGradient(Group group, float[] weights, float[] gradient)
    {
        var counts = group.Tokens.Select(token => 1 / (1 + Math.Exp(-(TensorPrimitives.Dot<float>(weights.AsSpan(0, TokenWeights.Dimensions), token) + weights[^1])))).ToArray();
        var sum = counts.Sum();
        var means = group.Nearness.Select(words => words.Zip(counts, (word, count) => word * count).Sum() / sum).ToArray();
        var scores = means.Zip(group.Scores, (mean, score) => score + (Worth * mean)).ToArray();
        var highest = scores.Max();
        var odds = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var (all, right) = (odds.Sum(), odds.Zip(group.IsGood, (odd, isGood) => isGood ? odd : 0).Sum());
        for (var token = 0; token < counts.Length; token++)
        {
            var slope = 0.0;
            for (var i = 0; i < odds.Length; i++)
            {
                var share = Worth * ((odds[i] / all) - (group.IsGood[i] ? odds[i] / right : 0));
                slope += share * (group.Nearness[i][token] - means[i]) / sum;
            }

            var change = (float)(slope * counts[token] * (1 - counts[token]));
            TensorPrimitives.MultiplyAdd(group.Tokens[token], change, gradient.AsSpan(0, TokenWeights.Dimensions), gradient.AsSpan(0, TokenWeights.Dimensions));
            gradient[^1] += change;
        }
    }

    /// <param name="Tokens">The question's tokens.</param>
    /// <param name="Nearness">How near each sentence comes to each of them.</param>
    /// <param name="Scores">Of the first ranking.</param>
    /// <param name="IsGood">Which sentences are right.</param>
    private sealed record Group(IReadOnlyList<float[]> Tokens, IReadOnlyList<IReadOnlyList<double>> Nearness, double[] Scores, IReadOnlyList<bool> IsGood);
}
