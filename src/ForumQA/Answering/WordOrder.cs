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
        var weights = question.Words.Select(question.WeightOf).ToArray();
        var total = Math.Max(weights.Sum(), 1e-9);
        var (asked, said) = (StemsOf(question.Words), StemsOf(sentence.Words));
        var runs = Alignment.CommonRuns(asked, said);
        return new WordOrder(
            Alignment.CommonSubsequence(asked, said, weights).Sum(pair => weights[pair.First]) / total,
            asked.Zip(weights).Where(pair => sentence.Stems.Contains(pair.First)).Sum(pair => pair.Second) / total,
            runs.Select(run => weights.Skip(run.First).Take(run.Length).Sum()).DefaultIfEmpty().Max() / total,
            runs.Select(run => run.Length).DefaultIfEmpty().Max(),
            ShareOfPairs(asked, said));
    }

    private static string[] StemsOf(IReadOnlyList<Token> words) => [.. words.Select(word => word.Word.Stem)];

    private static double ShareOfPairs(string[] asked, string[] said)
    {
        var pairs = said.Zip(said.Skip(1)).ToHashSet();
        return asked.Length > 1 ? asked.Zip(asked.Skip(1)).Count(pairs.Contains) / (double)(asked.Length - 1) : 0;
    }
}
