using System.Diagnostics;
using System.Globalization;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>Asks full text alone and the real retriever every question of a set, and prints the share of relevant passages among the best so many.</summary>
internal static class RetrievalReport
{
    private const int TimedQuestions = 200;

    public static void PrintHead()
    {
        Console.WriteLine("| set | passages | questions | full text alone: R@1 / R@5 / R@10 | ForumQA: R@1 / R@5 / R@10 | asked for | ms in the middle | ms of the slowest 5% |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    /// <summary>Prints one row; with <paramref name="hasHalves"/> another for the questions that the weights were not learned on.</summary>
    public static void Print(RetrievalSet set, BenchmarkIndex index, string asked, bool hasHalves = false)
    {
        var retriever = index.CreateRetriever(new RetrievalOptions { Limit = 10 });
        var rows = new (Recall Plain, Recall Measured)[set.Questions.Count];
        Parallel.For(0, rows.Length, i => rows[i] =
        (
            Recall.Of(set.Questions[i], SearchFullText(index, set.Questions[i].Text)),
            Recall.Of(set.Questions[i], Search(retriever, set.Questions[i].Text))));
        var (median, slow) = Time(set, retriever);
        var times = string.Create(CultureInfo.InvariantCulture, $"{median:F1} | {slow:F1}");
        Print(set.Name, Enumerable.Range(0, rows.Length).ToList(), times);
        if (hasHalves)
        {
            Print($"{set.Name}: held out", Enumerable.Range(0, rows.Length).Where(i => !LearningSet.Has(set.Questions[i])).ToList(), "|");
        }

        void Print(string name, List<int> questions, string times) => Console.WriteLine(
            $"| {name} | {set.Texts.Count} | {questions.Count} | {Recall.Mean(questions.Select(i => rows[i].Plain))} | **{Recall.Mean(questions.Select(i => rows[i].Measured))}** | {asked} | {times} |");
    }

    /// <summary>One question after the other, as a user asks them.</summary>
    private static (double Median, double Slow) Time(RetrievalSet set, Retriever retriever)
    {
        var step = Math.Max(1, set.Questions.Count / TimedQuestions);
        var times = set.Questions.Where((_, i) => i % step == 0).Select(question =>
        {
            var started = Stopwatch.GetTimestamp();
            Search(retriever, question.Text);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Order().ToList();
        return (times[times.Count / 2], times[times.Count * 95 / 100]);
    }

    private static List<int> Search(Retriever retriever, string question) =>
        [.. retriever.RetrieveAsync(question, CancellationToken.None).GetAwaiter().GetResult().Select(found => BenchmarkIndex.NumberOf(found.Passage))];

    /// <summary>The baseline: stems without stop words, in FTS5, by its BM25.</summary>
    private static List<int> SearchFullText(BenchmarkIndex index, string question)
    {
        using var snapshot = index.Store.OpenSnapshot();
        var rows = snapshot.Words.Search(Tokenizer.Tokenize(question).Where(token => !token.Word.IsStopWord).Select(token => token.Word.Stem), 10);
        return [.. snapshot.Passages.Load([.. rows.Select(row => row.Row)]).Select(stored => BenchmarkIndex.NumberOf(stored.Passage))];
    }
}
