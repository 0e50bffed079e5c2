using System.Globalization;
using ForumQA.Answering;
using ForumQA.Benchmarks.Learning;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary><c>folders</c> prints how the tables that ship rank the sentences of our eval sets, and tell whether a question is answered: of those that are learned from, and of those that nobody has read; and of the reading material.</summary>
internal static class FoldersCommand
{
    private static readonly int[] Ranks = [1, 3, 10];

    public static int Measure()
    {
        using var embedder = new KeptEmbeddings(BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead));
        Console.WriteLine("| set | questions with evidence among the sentences found | evidence first / among three / among ten | questions that are answered / not | area under the curve of the probability |\n|---|---|---|---|---|");
        Print("learned from", [.. LearnedTables.Folders.Select(name => Read(name, embedder))]);
        var unread = LearnedTables.Unread.Select(name => Read(name, embedder)).ToList();
        foreach (var (name, set) in LearnedTables.Unread.Zip(unread))
        {
            Print(name, [set]);
        }

        Print("unread together", unread);
        Print("reading material", [.. ReadingSets.All(ReadingSets.Folder, embedder).Select(Read)]);
        return 0;
    }

    private static Measured Read(string name, KeptEmbeddings embedder)
    {
        using var folder = new FolderSet(name, embedder, passages: null);
        return Read(folder);
    }

    private static Measured Read(FolderSet folder)
    {
        var ranks = new List<int>();
        var scores = new List<(double Score, bool IsAnswered)>();
        foreach (var one in folder.Cases)
        {
            var ranking = folder.Rank(one.Question, SentenceRanker.Default);
            var rank = ranking.Sentences.ToList().FindIndex(sentence => folder.IsGold(one, sentence));
            if (rank >= 0)
            {
                ranks.Add(rank + 1);
            }

            scores.Add((AnswerabilityEstimator.For(ranking).Estimate(ranking).Score, one.Answerable));
        }

        return new Measured(ranks, scores);
    }

    private static void Print(string name, IReadOnlyList<Measured> sets)
    {
        var ranks = sets.SelectMany(set => set.Ranks).ToList();
        var (answered, others) = (Scores(true), Scores(false));
        var area = answered.Average(score => others.Average(other => score > other ? 1 : score < other ? 0 : 0.5));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {ranks.Count} | {string.Join(" / ", Ranks.Select(most => (ranks.Count(rank => rank <= most) / (double)ranks.Count).ToString(".000", CultureInfo.InvariantCulture)))} | {answered.Count} / {others.Count} | {area:.000} |"));

        List<double> Scores(bool isAnswered) => [.. sets.SelectMany(set => set.Scores).Where(score => score.IsAnswered == isAnswered).Select(score => score.Score)];
    }

    /// <param name="Ranks">Where the first evidence stands among the sentences found for a question that has any among them, from 1.</param>
    /// <param name="Scores">How likely each question is answered, and whether it is.</param>
    private sealed record Measured(List<int> Ranks, List<(double Score, bool IsAnswered)> Scores);
}
