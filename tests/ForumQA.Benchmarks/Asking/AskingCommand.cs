using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Asking;

/// <summary>What a question costs that is asked in a process that has answered others: reading it, its passages and their sentences. No neural model takes part.</summary>
internal static class AskingCommand
{
    private const int Rounds = 5;

    /// <param name="corpus">A folder of documents.</param>
    /// <param name="cases">Questions for them, as <c>forumqa eval</c> takes them.</param>
    public static async Task<int> MeasureAsync(string corpus, string cases)
    {
        var questions = (await CaseFile.ReadAsync(cases, CancellationToken.None).ConfigureAwait(false)).Cases.Where(one => one.Before is null && one.History.Count == 0).Select(one => one.Question).ToList();
        var path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");
        using var embedder = new CharacterGramEmbeddingGenerator();
        try
        {
            using var store = IndexStore.OpenOrCreate(path);
            await IndexAsync(store, corpus, embedder).ConfigureAwait(false);
            var answerer = new Answerer(store, new Retriever(store, embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
            Console.WriteLine($"{questions.Count} questions, {store.Passages.Count()} passages");
            Console.WriteLine("| round | processor ms | retrieval ms (median) | composing ms (median) | KiB allocated |");
            Console.WriteLine("|---|---|---|---|---|");
            for (var round = 1; round <= Rounds; round++)
            {
                Console.WriteLine($"| {round} | {await AskAsync(answerer, questions).ConfigureAwait(false)} |");
            }

            return 0;
        }
        finally
        {
            IndexStore.Discard(path);
        }
    }

    private static async Task IndexAsync(IndexStore store, string corpus, CharacterGramEmbeddingGenerator embedder)
    {
        var chunking = Options.Create(new ChunkingOptions());
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = corpus }, progress: null, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>One question after the other. Processor time tells the work apart from what else the machine does.</summary>
    private static async Task<string> AskAsync(Answerer answerer, List<string> questions)
    {
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var times = new List<StageTimes>();
        foreach (var question in questions)
        {
            await foreach (var update in answerer.AnswerAsync(new AnswerRequest(question), CancellationToken.None).ConfigureAwait(false))
            {
                times.AddRange(update is AnswerCompleted completed ? [completed.Answer.Times] : []);
            }
        }

        var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / questions.Count;
        var kibibytes = (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / questions.Count;
        return $"{spent:0.0} | {Median(times.Select(time => time.Retrieval)):0.0} | {Median(times.Select(time => time.Composing)):0.0} | {kibibytes:0}";
    }

    private static double Median(IEnumerable<double?> times) => times.OfType<double>().Order().ToList() is { Count: > 0 } known ? known[known.Count / 2] : 0;
}
