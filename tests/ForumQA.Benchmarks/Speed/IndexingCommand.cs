using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Speed;

/// <summary>What indexing costs, beside inserting the same passages into a bare FTS5 table. No vectors are made.</summary>
internal static class IndexingCommand
{
    private const int PassagesPerDocument = 20;

    /// <param name="originals">A folder whose sentences the corpus is made of.</param>
    /// <param name="passages">How many, about: the chunker decides.</param>
    /// <param name="seed">Of the corpus.</param>
    public static async Task<int> MeasureAsync(string originals, int passages, int seed)
    {
        Console.WriteLine("| files | passages | | seconds | processor | times the bare table: seconds | processor | MB of memory | KB a passage on disk |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var perDocument in new[] { PassagesPerDocument, 1 })
        {
            await MeasureAsync(new SeededCorpus(seed, originals), perDocument == 1 ? Math.Min(passages, 10_000) : passages, perDocument).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task MeasureAsync(SeededCorpus corpus, int passages, int perDocument)
    {
        using var folder = new SeededFolder();
        var files = corpus.Write(folder.Corpus, passages, perDocument);
        var rows = await ReadRowsAsync(folder.Corpus).ConfigureAwait(false);
        var bare = await Spent.OnAsync(() => Task.Run(() => InsertBare(folder["bare.db"], rows))).ConfigureAwait(false);
        var count = rows.Count;
        rows = [];
        Print("a bare FTS5 table", bare, new FileInfo(folder["bare.db"]).Length);

        await PrintStagesAsync(folder, count).ConfigureAwait(false);
        using var store = IndexStore.OpenOrCreate(folder["index.db"]);
        Print("a new index", await Spent.OnAsync(() => SynchronizeAsync(quick: false)).ConfigureAwait(false), new FileInfo(store.Path).Length);
        Print("nothing changed, by contents", await Spent.OnAsync(() => SynchronizeAsync(quick: false)).ConfigureAwait(false), 0);
        Print("nothing changed, by time", await Spent.OnAsync(() => SynchronizeAsync(quick: true)).ConfigureAwait(false), 0);
        var changed = Directory.EnumerateFiles(folder.Corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 100 == 50).ToList();
        changed.ForEach(path => File.AppendAllText(path, "One sentence more."));
        Print("1 % changed, by time", await Spent.OnAsync(() => SynchronizeAsync(quick: true)).ConfigureAwait(false), 0);
        store.Check().ToList().ForEach(problem => Console.WriteLine($"NOT SOUND: {problem}"));

        void Print(string what, Spent spent, long bytes) => Console.WriteLine(
            $"| {files} | {count} | {what} | {spent.Elapsed.TotalSeconds:0.00} | {spent.Processor.TotalSeconds:0.00} | {spent.Elapsed / bare.Elapsed:0.00} | {spent.Processor / bare.Processor:0.00} | {spent.Memory / 1e6:0} | {(bytes > 0 ? $"{bytes / 1000.0 / count:0.0}" : "")} |");

        Task SynchronizeAsync(bool quick) => SpeedIndex.SynchronizeAsync(store, folder.Corpus, quick);
    }

    private static async Task<List<(string Title, string? Heading, string Text)>> ReadRowsAsync(string folder)
    {
        var readers = new DocumentReaders(Options.Create(new IngestionOptions()));
        var chunker = new Chunker(Options.Create(new ChunkingOptions()));
        var rows = new List<(string, string?, string)>();
        foreach (var file in CorpusFolder.List(folder, CancellationToken.None).Files)
        {
            var document = await readers.ReadFileAsync(file.DocumentId, file.FullPath, CancellationToken.None).ConfigureAwait(false);
            rows.AddRange(chunker.Chunk(document).Select(passage => (document.Title, passage.Heading, passage.Text)));
        }

        return rows;
    }

    /// <summary>Where the time goes, one thing after the other on one core.</summary>
    private static async Task PrintStagesAsync(SeededFolder folder, int passages)
    {
        var readers = new DocumentReaders(Options.Create(new IngestionOptions()));
        var chunker = new Chunker(Options.Create(new ChunkingOptions()));
        var documents = new List<Document>();
        var cut = new List<IReadOnlyList<Passage>>();
        var rows = new List<DocumentRows>();
        var words = 0L;
        using var store = IndexStore.OpenOrCreate(folder["stages.db"]);
        await PrintAsync("reading", async () =>
        {
            foreach (var file in CorpusFolder.List(folder.Corpus, CancellationToken.None).Files)
            {
                documents.Add(await readers.ReadFileAsync(file.DocumentId, file.FullPath, CancellationToken.None).ConfigureAwait(false));
            }
        }).ConfigureAwait(false);
        await PrintAsync("cutting passages", () => Do(() => cut.AddRange(documents.Select(chunker.Chunk)))).ConfigureAwait(false);
        await PrintAsync("their words", () => Do(() => cut.ForEach(list => words += list.Sum(passage => PassageRows.Of(passage, "").Body.Length)))).ConfigureAwait(false);
        await PrintAsync("who is mentioned", () => Do(() => documents.ForEach(document => NameRows.Of(document)))).ConfigureAwait(false);
        rows.AddRange(documents.Zip(cut, (document, list) => DocumentRows.Of(document, new SourceStamp(document.Id, 0, DateTime.UnixEpoch), list)));
        await PrintAsync("storing", () => Do(() => rows.Chunk(50).ToList().ForEach(chunk => store.Writer.Put(chunk, [], "none", DateTimeOffset.UnixEpoch)))).ConfigureAwait(false);

        Task Do(Action work) => Task.Run(work);

        async Task PrintAsync(string what, Func<Task> work) =>
            Console.WriteLine($"{what}: {(await Spent.OnAsync(work).ConfigureAwait(false)).Processor.TotalMilliseconds * 1000 / passages:0} µs of processor time a passage");
    }

    private static void InsertBare(string path, List<(string Title, string? Heading, string Text)> rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute("CREATE VIRTUAL TABLE bare USING fts5 (title, heading, body)");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.Prepare("INSERT INTO bare (title, heading, body) VALUES ($1, $2, $3)", "", "", "");
            foreach (var (title, heading, text) in rows)
            {
                insert.Parameters[0].Value = title;
                insert.Parameters[1].Value = heading ?? "";
                insert.Parameters[2].Value = text;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
