using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Tests.Models;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public sealed class IndexerTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _home = new();
    private readonly FakeEmbedder _embedder = new();

    public void Dispose()
    {
        _corpus.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Tells_new_changed_unchanged_and_deleted_files_apart()
    {
        _corpus.Write("a.txt", "Data are like water.");
        _corpus.Write("sub/b.txt", "Robots help the old.");
        _corpus.Write("c.txt", "Chips are scarce.");
        using var store = OpenStore();

        var first = await SynchronizeAsync(store);
        _corpus.Write("a.txt", "Data are like fire.");
        File.Delete(_corpus["c.txt"]);
        var second = await SynchronizeAsync(store);
        var third = await SynchronizeAsync(store);

        Assert.Equal(["a.txt", "c.txt", "sub/b.txt"], first.Added);
        Assert.Equal(["a.txt"], second.Updated);
        Assert.Equal(["sub/b.txt"], second.Unchanged);
        Assert.Equal(["c.txt"], second.Deleted);
        Assert.False(third.Changed);
        Assert.Equal("Data are like fire.", store.Documents.Find("a.txt")!.Text.Trim());
        Assert.Null(store.Documents.Find("c.txt"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Reads_but_does_not_embed_a_file_whose_time_alone_changed()
    {
        var path = _corpus.Write("a.txt", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);
        var embedded = _embedder.Embedded.Count;

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        var report = await SynchronizeAsync(store);

        Assert.Equal(["a.txt"], report.Unchanged);
        Assert.Equal(embedded, _embedder.Embedded.Count);
    }

    [Fact]
    public async Task Writes_nothing_when_nothing_changed()
    {
        _corpus.Write("a.txt", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);
        var generation = store.ReadManifest().Generation;

        await SynchronizeAsync(store);
        await SynchronizeAsync(store, trustTimestamps: true);

        Assert.Equal(generation, store.ReadManifest().Generation);
    }

    [Fact]
    public async Task Keeps_what_it_knew_of_a_file_that_has_become_unreadable_and_goes_on()
    {
        _corpus.Write("a.md", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);

        _corpus.Write("a.md", "---\ntitle: [unclosed\n---\nData are like fire.");
        _corpus.Write("b.md", "Robots help the old.");
        var report = await SynchronizeAsync(store);

        var failure = Assert.Single(report.Failures);
        Assert.Equal("a.md", failure.DocumentId);
        Assert.Contains("a.md", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(["b.md"], report.Added);
        Assert.Equal("Data are like water.", store.Documents.Find("a.md")!.Text.Trim());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Finishes_in_the_next_run_what_a_crash_interrupted(int crashAt)
    {
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            _corpus.Write(name, $"The file {name} is about water.");
        }

        using var store = OpenStore();
        _embedder.OnRequest = request =>
        {
            if (request == crashAt)
            {
                throw new InvalidOperationException("Crash.");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => SynchronizeAsync(store));
        Assert.Empty(store.Check());
        Assert.Equal(crashAt - 1, store.ReadManifest().DocumentCount);

        var report = await SynchronizeAsync(store);
        Assert.Equal(4 - crashAt, report.Added.Count);
        Assert.Equal(crashAt - 1, report.Unchanged.Count);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Embeds_everything_again_for_another_model_and_never_mixes_two()
    {
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            _corpus.Write(name, $"The file {name} is about water.");
        }

        using var store = OpenStore();
        await SynchronizeAsync(store);
        var other = new FakeEmbedder("other", dimensions: 5);
        other.OnRequest = request =>
        {
            // The first request is the test that the new model works.
            if (request == 3)
            {
                throw new InvalidOperationException("Crash.");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => SynchronizeAsync(store, embedder: other));
        Assert.Equal(("other", 5, 1), (store.ReadManifest().EmbeddingModel, store.ReadManifest().Dimensions, store.ReadManifest().VectorCount));

        var report = await SynchronizeAsync(store, embedder: other);
        Assert.Equal(["b.txt", "c.txt"], report.Updated);
        Assert.Equal(3, store.ReadManifest().VectorCount);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Keeps_the_old_vectors_when_the_new_model_does_not_work()
    {
        _corpus.Write("a.txt", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);
        var broken = new FakeEmbedder("broken") { OnRequest = _ => throw new InvalidOperationException("No such model.") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => SynchronizeAsync(store, embedder: broken));

        Assert.Equal(("letters", 1), (store.ReadManifest().EmbeddingModel, store.ReadManifest().VectorCount));
    }

    [Fact]
    public async Task Cuts_passages_again_when_the_settings_change()
    {
        _corpus.Write("a.txt", string.Join(' ', Enumerable.Range(1, 40).Select(i => $"Sentence number {i} speaks of water.")));
        using var store = OpenStore();
        await SynchronizeAsync(store);
        var before = store.ReadManifest().PassageCount;

        var report = await SynchronizeAsync(store, chunking: new ChunkingOptions { MinWords = 20, TargetWords = 25, MaxWords = 30 });

        Assert.Equal(["a.txt"], report.Updated);
        Assert.True(store.ReadManifest().PassageCount > before);
    }

    [Fact]
    public async Task Does_not_forget_a_corpus_that_is_gone_or_empty()
    {
        _corpus.Write("a.txt", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);

        File.Delete(_corpus["a.txt"]);
        var empty = await Assert.ThrowsAsync<ForumQAException>(() => SynchronizeAsync(store));

        Assert.Equal("corpus-empty", empty.Code);
        Assert.Contains("--corpus", empty.Message, StringComparison.Ordinal);
        Assert.NotNull(store.Documents.Find("a.txt"));
    }

    [Fact]
    public async Task Refuses_an_index_made_from_another_corpus_unless_told_to_rebuild()
    {
        _corpus.Write("a.txt", "Data are like water.");
        using var other = new TemporaryFolder();
        other.Write("b.txt", "Robots help the old.");
        using var store = OpenStore();
        await SynchronizeAsync(store);

        var error = await Assert.ThrowsAsync<IndexException>(() => SynchronizeAsync(store, corpus: other.Path));
        Assert.Equal("index-other-corpus", error.Code);
        Assert.NotNull(store.Documents.Find("a.txt"));

        var report = await SynchronizeAsync(store, corpus: other.Path, rebuild: true);
        Assert.Equal(["b.txt"], report.Added);
        Assert.Equal(["a.txt"], report.Deleted);
    }

    [Fact]
    public async Task Reads_everything_again_when_told_to_rebuild()
    {
        _corpus.Write("a.txt", "Data are like water.");
        using var store = OpenStore();
        await SynchronizeAsync(store);

        var report = await SynchronizeAsync(store, rebuild: true);

        Assert.Equal(["a.txt"], report.Updated);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_copy_of_each_document()
    {
        for (var i = 0; i < 20; i++)
        {
            _corpus.Write($"{i:00}.txt", $"File {i} is about water.");
        }

        using var one = OpenStore();
        using var two = OpenStore();
        await Task.WhenAll(
            Task.Run(() => SynchronizeAsync(one, embedder: new FakeEmbedder())),
            Task.Run(() => SynchronizeAsync(two, embedder: new FakeEmbedder())));

        Assert.Equal(20, one.ReadManifest().DocumentCount);
        Assert.Empty(one.Check());
    }

    [Fact]
    public async Task Stops_when_cancelled_and_keeps_what_is_done()
    {
        _corpus.Write("a.txt", "Data are like water.");
        _corpus.Write("b.txt", "Robots help the old.");
        using var store = OpenStore();
        using var cancellation = new CancellationTokenSource();
        _embedder.OnRequest = request =>
        {
            if (request == 2)
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SynchronizeAsync(store, cancellationToken: cancellation.Token));

        Assert.Equal(1, store.ReadManifest().DocumentCount);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task After_any_changes_equals_an_index_made_afresh()
    {
        var random = new Random(20261121);
        using var store = OpenStore();
        _corpus.Write("always.txt", "There is always this file.");
        for (var round = 0; round < 25; round++)
        {
            for (var change = random.Next(4); change > 0; change--)
            {
                var name = $"{random.Next(6)}.txt";
                if (random.Next(3) == 0)
                {
                    File.Delete(_corpus[name]);
                }
                else
                {
                    _corpus.Write(name, string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(i => $"Word {random.Next(50)} in sentence {i}.")));
                }
            }

            await SynchronizeAsync(store);
            using var fresh = IndexStore.OpenOrCreate(_home[$"fresh-{round}.db"]);
            await SynchronizeAsync(fresh);

            Assert.Equal(Dump(fresh), Dump(store));
            Assert.Empty(store.Check());
        }
    }

    private static List<string> Dump(IndexStore store) =>
        [.. store.Documents.List().SelectMany(document => store.Passages.ListByDocument(document.Id)).Select(passage => passage.ToString())];

    private IndexStore OpenStore() => IndexStore.OpenOrCreate(_home["index.db"]);

    private Task<IndexingReport> SynchronizeAsync(
        IndexStore store,
        string? corpus = null,
        bool rebuild = false,
        bool trustTimestamps = false,
        FakeEmbedder? embedder = null,
        ChunkingOptions? chunking = null,
        CancellationToken cancellationToken = default)
    {
        var chunkingOptions = Options.Create(chunking ?? new ChunkingOptions());
        var indexer = new Indexer(
            new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunkingOptions), chunkingOptions, embedder ?? _embedder, TimeProvider.System);
        return indexer.SynchronizeAsync(
            store,
            new IndexingRequest { Corpus = corpus ?? _corpus.Path, Rebuild = rebuild, TrustTimestamps = trustTimestamps },
            progress: null,
            cancellationToken);
    }
}
