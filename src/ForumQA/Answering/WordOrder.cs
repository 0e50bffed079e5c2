using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>How far a sentence keeps the words of a question in their order, stop words included. All are shares of the question's weight but the last two.</summary>
/// <param name="Subsequence">Of the longest common subsequence.</param>
/// <param name="InAnyOrder">Of the words that stand in the sentence at all.</param>
/// <param name="Run">Of the heaviest run of words both have.</param>
/// <param name="RunLength">The longest run, in words.</param>
/// <param name="Pairs">Pairs of neighbouring words of the question that the sentence has, over all pairs.</param>
internal sealed record WordOrder(double Subsequence, double InAnyOrder, double Run, int RunLength, double Pairs)
{
    public static WordOrder Compare(Question question, SentenceProfile sentence)
    {
        var words = question.Words;
        var weights = words.Select(question.WeightOf).ToArray();
        var total = Math.Max(weights.Sum(), 1e-9);
        var (subsequence, run, runLength) = Align(words, weights, sentence.Words);
        var inAnyOrder = words.Zip(weights).Where(pair => sentence.Stems.Contains(pair.First.Word.Stem)).Sum(pair => pair.Second);
        var pairs = sentence.Words.Zip(sentence.Words.Skip(1), (a, b) => (a.Word.Stem, b.Word.Stem)).ToHashSet();
        var common = words.Zip(words.Skip(1), (a, b) => (a.Word.Stem, b.Word.Stem)).Count(pairs.Contains);
        return new WordOrder(
            subsequence / total,
            inAnyOrder / total,
            run / total,
            runLength,
            words.Count > 1 ? common / (double)(words.Count - 1) : 0);
    }

    private static (double Subsequence, double Run, int RunLength) Align(
        IReadOnlyList<Token> question, double[] weights, List<Token> sentence)
    {
        var subsequence = new double[question.Count + 1, sentence.Count + 1];
        var runs = new (double Weight, int Length)[question.Count + 1, sentence.Count + 1];
        var (run, runLength) = (0.0, 0);
        for (var i = 1; i <= question.Count; i++)
        {
            for (var j = 1; j <= sentence.Count; j++)
            {
                subsequence[i, j] = Math.Max(subsequence[i - 1, j], subsequence[i, j - 1]);
                if (question[i - 1].Word.Stem == sentence[j - 1].Word.Stem)
                {
                    subsequence[i, j] = Math.Max(subsequence[i, j], subsequence[i - 1, j - 1] + weights[i - 1]);
                    runs[i, j] = (runs[i - 1, j - 1].Weight + weights[i - 1], runs[i - 1, j - 1].Length + 1);
                    run = Math.Max(run, runs[i, j].Weight);
                    runLength = Math.Max(runLength, runs[i, j].Length);
                }
            }
        }

        return (subsequence[question.Count, sentence.Count], run, runLength);
    }
}
