using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>How far a sentence keeps the words of a question in their order, stop words included. All are shares of the question's weight but the last two.</summary>
/// <param name="Subsequence">Of the longest common subsequence.</param>
/// <param name="InAnyOrder">Of the words that stand in the sentence at all.</param>
/// <param name="Run">Of the heaviest run of words both have.</param>
/// <param name="RunLength">The longest run, in words.</param>
/// <param name="Pairs">Pairs of neighbouring words of the question that the sentence has, over all pairs.</param>
internal sealed record WordOrder(double Subsequence, double InAnyOrder, double Run, int RunLength, double Pairs)
{
    /// <summary>Stop words say little, but their order tells "of the" from "to the".</summary>
    private const double StopWordWeight = 0.3;

    public static WordOrder Compare(QuestionProfile question, SentenceProfile sentence)
    {
        var words = question.Words;
        var weights = words.Select(word => word.IsStopWord
            ? StopWordWeight
            : Math.Max(StopWordWeight, question.Statistics.InverseFrequency(word.Stem))).ToArray();
        var total = Math.Max(weights.Sum(), 1e-9);
        var (subsequence, run, runLength) = Align(words, weights, sentence.Words);
        var inAnyOrder = words.Zip(weights).Where(pair => sentence.Stems.Contains(pair.First.Stem)).Sum(pair => pair.Second);
        var pairs = sentence.Words.Zip(sentence.Words.Skip(1), (a, b) => (a.Stem, b.Stem)).ToHashSet();
        var common = words.Zip(words.Skip(1), (a, b) => (a.Stem, b.Stem)).Count(pairs.Contains);
        return new WordOrder(
            subsequence / total,
            inAnyOrder / total,
            run / total,
            runLength,
            words.Count > 1 ? common / (double)(words.Count - 1) : 0);
    }

    private static (double Subsequence, double Run, int RunLength) Align(
        IReadOnlyList<SentenceWord> question, double[] weights, SentenceWord[] sentence)
    {
        var subsequence = new double[question.Count + 1, sentence.Length + 1];
        var runs = new (double Weight, int Length)[question.Count + 1, sentence.Length + 1];
        var (run, runLength) = (0.0, 0);
        for (var i = 1; i <= question.Count; i++)
        {
            for (var j = 1; j <= sentence.Length; j++)
            {
                subsequence[i, j] = Math.Max(subsequence[i - 1, j], subsequence[i, j - 1]);
                if (question[i - 1].Stem == sentence[j - 1].Stem)
                {
                    subsequence[i, j] = Math.Max(subsequence[i, j], subsequence[i - 1, j - 1] + weights[i - 1]);
                    runs[i, j] = (runs[i - 1, j - 1].Weight + weights[i - 1], runs[i - 1, j - 1].Length + 1);
                    run = Math.Max(run, runs[i, j].Weight);
                    runLength = Math.Max(runLength, runs[i, j].Length);
                }
            }
        }

        return (subsequence[question.Count, sentence.Length], run, runLength);
    }
}
