using System.Diagnostics;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Benchmarks.Mentions;

/// <summary>What reading mentions costs, beside storing the same passages with words and vectors, and beside splitting and reading their words.</summary>
internal static class MentionsCommand
{
    private const int LookUps = 2000;

    public static int Measure(string data)
    {
        var set = RetrievalSet.ReadSquad(data, articles: true);
        var documents = set.Texts.GroupBy(text => text.Document)
            .Select(texts => new Document { Id = $"{texts.Key:D6}", Title = "-", Uri = "-", Text = string.Join("\n\n", texts.Select(text => text.Text)) })
            .ToList();

        // Once to warm up, so that what is measured is what a large corpus costs.
        documents.ForEach(document => MentionReader.Read(document));
        var words = Time(() => documents.ForEach(document => SentenceSplitter.Split(document.Text).ToList().ForEach(span => Tokenizer.Tokenize(span.Of(document.Text)))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Time(() => documents.ForEach(document => MentionReader.Read(document)));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var passages = set.Texts.Count;
        Console.WriteLine($"{passages} passages in {documents.Count} documents");
        Console.WriteLine($"splitting and reading words   {passages / words.TotalSeconds,8:0} passages/s   1.0");
        Console.WriteLine($"reading mentions              {passages / reading.TotalSeconds,8:0} passages/s   {reading / words:0.0}   {allocated / passages / 1024.0:0} KiB a passage");

        var storing = Stopwatch.StartNew();
        using var index = new BenchmarkIndex(set.Texts);
        Console.WriteLine($"storing, mentions included    {passages / storing.Elapsed.TotalSeconds,8:0} passages/s   {storing.Elapsed / words:0.0}");
        using var snapshot = index.Store.OpenSnapshot();
        var asked = set.Questions.Take(LookUps).Select(question => Tokenizer.Tokenize(question.Text).Select(token => token.Word.Folded).ToHashSet()).ToList();
        var found = 0;
        var looking = Time(() => asked.ForEach(question => found += snapshot.Mentions.NamesWith(question).Count));
        Console.WriteLine($"names of a question           {looking.TotalMilliseconds / asked.Count,8:0.00} ms, {found / (double)asked.Count:0} names");
        return 0;
    }

    private static TimeSpan Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }
}
