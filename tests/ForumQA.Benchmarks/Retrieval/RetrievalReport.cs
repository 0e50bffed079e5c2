using System.Diagnostics;
using System.Globalization;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>Shares of questions, or of their relevant passages where there are several, among the best so many.</summary>
internal readonly record struct Recall(double At1, double At5, double At10)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At1:.000} / {At5:.000} / {At10:.000}");
}

/// <summary>Asks a retriever every question of a set.</summary>
internal static class RetrievalReport
{
    /// <summary>Prints one row and the time of a question in the middle.</summary>
    public static void Print(RetrievalSet set, BenchmarkIndex index, string asked)
    {
        var plain = Measure(set, question => PlainFullText(index, question));
        var retriever = index.CreateRetriever(new RetrievalOptions { Limit = 10 });
        var times = new List<double>();
        var measured = Measure(set, question =>
        {
            var started = Stopwatch.GetTimestamp();
            var evidence = retriever.RetrieveAsync(question, CancellationToken.None).GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return [.. evidence.Select(found => BenchmarkIndex.NumberOf(found.Passage))];
        });
        times.Sort();
        var (median, slow) = (times[times.Count / 2], times[times.Count * 95 / 100]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {set.Name} | {set.Texts.Count} | {set.Questions.Count} | {plain} | **{measured}** | {asked} | {median:F1} | {slow:F1} |"));
    }

    public static void PrintHead()
    {
        Console.WriteLine("| set | passages | questions | full text alone: R@1 / R@5 / R@10 | ForumQA: R@1 / R@5 / R@10 | asked for | median ms | 95% ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    private static Recall Measure(RetrievalSet set, Func<string, IReadOnlyList<int>> retrieve)
    {
        double at1 = 0, at5 = 0, at10 = 0;
        foreach (var question in set.Questions)
        {
            var found = retrieve(question.Text);
            at1 += RecallOf(1);
            at5 += RecallOf(5);
            at10 += RecallOf(10);

            double RecallOf(int depth) => found.Take(depth).Count(question.Relevant.Contains) / (double)question.Relevant.Count;
        }

        return new Recall(at1 / set.Questions.Count, at5 / set.Questions.Count, at10 / set.Questions.Count);
    }

    /// <summary>The baseline: stems without stop words, in FTS5, by its BM25.</summary>
    private static List<int> PlainFullText(BenchmarkIndex index, string question)
    {
        using var snapshot = index.Store.OpenSnapshot();
        var rows = snapshot.Words.Search(
            Text.Tokenizer.Tokenize(question).Where(token => !token.Word.IsStopWord).Select(token => token.Word.Stem), 10);
        return [.. snapshot.Passages.Load([.. rows.Select(row => row.Row)]).Select(stored => BenchmarkIndex.NumberOf(stored.Passage))];
    }
}
