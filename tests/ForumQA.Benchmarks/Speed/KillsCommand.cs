using System.Diagnostics;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Speed;

/// <summary>
/// Kills a process at random moments of indexing (SIGKILL where there are signals). Each time the index must open and pass its checks, and the next run must end with what an
/// undisturbed run over the same files says.
/// </summary>
internal static class KillsCommand
{
    /// <summary>Makes this program index a folder, to be killed meanwhile.</summary>
    public const string Child = "index-once";

    private const int Documents = 40;
    private const int PassagesPerDocument = 50;

    /// <summary>Before each kill so many documents are written anew and deleted.</summary>
    private const int Changed = 25;

    private const int Deleted = 5;

    /// <param name="originals">A folder whose sentences the corpus is made of.</param>
    /// <param name="kills">How often.</param>
    /// <param name="seed">Of the corpus, its changes and the moments.</param>
    public static async Task<int> RunAsync(string originals, int kills, int seed)
    {
        using var folder = new SeededFolder();
        var random = new Random(seed);
        var corpus = new SeededCorpus(seed, originals);
        corpus.Write(folder.Corpus, Documents * PassagesPerDocument, PassagesPerDocument);
        await IndexAsync(folder["index.db"], folder.Corpus).ConfigureAwait(false);
        var (done, failed, midway, moments) = (0, 0, 0, new List<double>());
        for (var kill = 0; kill < kills; kill++)
        {
            Change(folder.Corpus, corpus, random);
            IndexStore.Discard(folder["undisturbed.db"]);
            Copy(folder["index.db"], folder["undisturbed.db"]);
            var span = await RunAsync(folder["undisturbed.db"], folder.Corpus, killAfter: null).ConfigureAwait(false);
            var (before, after) = (Generation(folder["index.db"]), Generation(folder["undisturbed.db"]));
            await RunAsync(folder["index.db"], folder.Corpus, span * random.NextDouble()).ConfigureAwait(false);
            var problems = Check(folder["index.db"]);
            midway += Generation(folder["index.db"]) is var reached && reached > before && reached < after ? 1 : 0;
            await IndexAsync(folder["index.db"], folder.Corpus).ConfigureAwait(false);
            problems.AddRange(Check(folder["index.db"]));
            if (IndexContents.HashOf(folder["index.db"]) != IndexContents.HashOf(folder["undisturbed.db"]))
            {
                problems.Add("The next run did not end with the contents of an undisturbed one.");
            }

            problems.ForEach(problem => Console.WriteLine($"kill {kill}: {problem}"));
            moments.Add(span.TotalMilliseconds);
            (done, failed) = (done + 1, failed + (problems.Count > 0 ? 1 : 0));
        }

        Console.WriteLine($"{done} kills, each within the time that the same run takes undisturbed (from {moments.Min():0} to {moments.Max():0} ms): {midway} between its first transaction and its last; {failed} left an unsound index or other contents");
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What the child does: says that it is there, then brings an index up to date.</summary>
    public static Task<int> RunChildAsync(string index, string corpus)
    {
        Console.WriteLine("Begun.");
        return IndexAsync(index, corpus);
    }

    /// <summary>Brings an index up to date, with vectors of character grams.</summary>
    private static async Task<int> IndexAsync(string index, string corpus)
    {
        var chunking = Options.Create(new ChunkingOptions());
        using var embedder = new CharacterGramEmbeddingGenerator();
        using var store = IndexStore.OpenOrCreate(index);
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = corpus }, progress: null, CancellationToken.None).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Runs this program over a folder.</summary>
    /// <returns>How long it took from its first sign of life.</returns>
    private static async Task<TimeSpan> RunAsync(string index, string corpus, TimeSpan? killAfter)
    {
        using var process = Start(index, corpus);
        await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        if (killAfter is { } time)
        {
            await Task.Delay(time).ConfigureAwait(false);
            process.Kill();
        }

        await process.WaitForExitAsync().ConfigureAwait(false);
        return watch.Elapsed;
    }

    private static void Change(string folder, SeededCorpus corpus, Random random)
    {
        var written = corpus.Documents(Documents * PassagesPerDocument, PassagesPerDocument).ToList();
        for (var i = 0; i < Changed; i++)
        {
            var (name, text) = written[random.Next(written.Count)];
            File.WriteAllText(Path.Combine(folder, name), $"{text}\n\nEdition {random.Next()}.\n");
        }

        for (var i = 0; i < Deleted; i++)
        {
            File.Delete(Path.Combine(folder, written[random.Next(written.Count)].Name));
        }
    }

    private static void Copy(string from, string to)
    {
        using var store = IndexStore.OpenOrCreate(from);
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        source.Open();
        source.Execute("VACUUM INTO $1", to);
    }

    private static List<string> Check(string index)
    {
        try
        {
            using var store = IndexStore.OpenOrCreate(index);
            return [.. store.Check()];
        }
        catch (IndexException e)
        {
            return [e.Message];
        }
    }

    private static long Generation(string index)
    {
        using var store = IndexStore.OpenOrCreate(index);
        return store.ReadManifest().Generation;
    }

    private static Process Start(string index, string corpus)
    {
        var arguments = new[] { Child, "--index", index, "--corpus", corpus };
        var start = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? new ProcessStartInfo(Environment.ProcessPath!, [typeof(KillsCommand).Assembly.Location, .. arguments])
            : new ProcessStartInfo(Environment.ProcessPath!, arguments);
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }
}
