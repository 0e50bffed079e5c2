using System.Diagnostics;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.PostgreSql;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Speed;

/// <summary>The index in a file and in a PostgreSQL database, over the same corpus with the same questions, one after the other: finding passages by words and by vectors of character grams.</summary>
internal static class EnginesCommand
{
    private const int Rounds = 3;
    private const int Askers = 8;

    /// <param name="originals">A folder whose sentences the corpus is made of.</param>
    /// <param name="passages">How many, about: the chunker decides.</param>
    /// <param name="cases">Questions, as <c>forumqa eval</c> takes them.</param>
    /// <param name="connection">The database; the schema in it is made anew.</param>
    public static async Task<int> MeasureAsync(string originals, int passages, string cases, string connection)
    {
        using var folder = new SeededFolder();
        new SeededCorpus(1, originals).Write(folder.Corpus, passages, 20);
        var questions = (await CaseFile.ReadAsync(cases, CancellationToken.None).ConfigureAwait(false)).Cases.Where(one => one.Before is null && one.History.Count == 0).Select(one => one.Question).ToList();
        var database = new PostgreSqlPlace(PostgreSqlAddress.Parse(connection, "benchmark"), folder["index.db"]);
        database.Discard();
        Console.WriteLine($"| engine | passages | indexing s | processor s | MB | median ms | 95 % ms | questions/s, {Askers} at once |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var file = await MeasureAsync("SQLite", new SqlitePlace(folder["index.db"]), folder.Corpus, questions).ConfigureAwait(false);
        var other = await MeasureAsync("PostgreSQL", database, folder.Corpus, questions).ConfigureAwait(false);
        database.Discard();
        Console.WriteLine($"{file.Zip(other).Count(pair => pair.First != pair.Second)} of {questions.Count} questions found other passages or scores");
        return 0;
    }

    /// <returns>What each question found.</returns>
    private static async Task<IReadOnlyList<string>> MeasureAsync(string engine, IndexPlace place, string corpus, List<string> questions)
    {
        using var embedder = new CharacterGramEmbeddingGenerator();
        using var store = place.OpenOrCreate();
        var chunking = Options.Create(new ChunkingOptions());
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        var indexing = await Spent.OnAsync(() => indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = corpus }, progress: null, CancellationToken.None)).ConfigureAwait(false);
        var retriever = new Retriever(store, embedder, Options.Create(new RetrievalOptions()));
        var (times, found) = (new List<double>(), new List<string>());
        for (var round = 0; round < Rounds; round++)
        {
            (times, found) = ([], []);
            foreach (var question in questions)
            {
                var watch = Stopwatch.StartNew();
                var evidence = await retriever.RetrieveAsync(question, CancellationToken.None).ConfigureAwait(false);
                times.Add(watch.Elapsed.TotalMilliseconds);
                found.Add(string.Join(' ', evidence.Select(one => $"{one.Passage.Id} {one.Score:R} {one.LexicalScore:R}")));
            }
        }

        var together = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            questions, new ParallelOptions { MaxDegreeOfParallelism = Askers }, async (question, token) => await retriever.RetrieveAsync(question, token).ConfigureAwait(false)).ConfigureAwait(false);
        times.Sort();
        Console.WriteLine(
            $"| {engine} | {store.Passages.Count()} | {indexing.Elapsed.TotalSeconds:0.0} | {indexing.Processor.TotalSeconds:0.0} | {store.ReadSize() / 1e6:0} | {times[times.Count / 2]:0.0} | {times[times.Count * 95 / 100]:0.0} | {questions.Count / together.Elapsed.TotalSeconds:0} |");
        return found;
    }
}
