using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Ingestion;

/// <summary>Words first, meaning after.</summary>
public sealed class MeaningReaderTests : IDisposable
{
    private readonly IndexedCorpus _indexed = new();

    public void Dispose() => _indexed.Dispose();

    [Fact]
    public async Task Documents_are_there_before_their_vectors_and_get_them_later()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        _indexed.Corpus.Write("b.txt", "Robots help the old.");
        using var store = _indexed.OpenStore();

        var words = await _indexed.SynchronizeAsync(store, embedAtMost: 1);
        var before = store.ReadManifest();
        var embedded = await _indexed.CreateIndexer().EmbedAsync(store, progress: null, CancellationToken.None);

        Assert.Equal((2, 0), (words.Added.Count, words.Embedded));
        Assert.Equal((2, 0), (before.PassageCount, before.VectorCount));
        Assert.Equal((2, 2), (embedded, store.ReadManifest().VectorCount));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Goes_on_where_it_was_stopped()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        _indexed.Corpus.Write("b.txt", "Robots help the old.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store, embedAtMost: 0);
        using var stop = new CancellationTokenSource();
        _indexed.Embedder.OnRequest = request => { if (request == 1) { stop.Cancel(); } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _indexed.CreateIndexer().EmbedAsync(store, progress: null, stop.Token));
        var kept = store.ReadManifest().VectorCount;
        var embedded = await _indexed.CreateIndexer().EmbedAsync(store, progress: null, CancellationToken.None);

        Assert.Equal((1, 1, 2), (kept, embedded, store.ReadManifest().VectorCount));
    }

    [Fact]
    public async Task Leaves_a_document_that_changes_while_it_is_read_to_the_next_run()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store, embedAtMost: 0);
        _indexed.Embedder.OnRequest = _ =>
        {
            _indexed.Embedder.OnRequest = _ => { };
            _indexed.Corpus.Write("a.txt", "Data are like fire.");
            _indexed.SynchronizeAsync(store, embedAtMost: 0).GetAwaiter().GetResult();
        };

        var first = await _indexed.CreateIndexer().EmbedAsync(store, progress: null, CancellationToken.None);
        var second = await _indexed.CreateIndexer().EmbedAsync(store, progress: null, CancellationToken.None);

        Assert.Equal((0, 1), (first, second));
        Assert.Contains("fire", _indexed.Embedder.Embedded[^1], StringComparison.Ordinal);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task A_model_in_this_process_reads_sentences_too()
    {
        _indexed.Corpus.Write("a.txt", "Zzz zzz. Data are like water.");
        using var embedder = new FakeEmbedder { IsInProcess = true };
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store, embedder: embedder);
        var question = (await embedder.GenerateAsync(["zzz"]))[0].Vector;

        using var snapshot = store.OpenSnapshot();
        var scores = Assert.Single(snapshot.Sentences.Score(question.Span, [1, 2, 3])).Value;

        Assert.Equal(["Zzz zzz.", "Data are like water."], scores.Select(score => store.Passages.ListByDocument("a.txt")[0].Text[score.Start..score.End]));
        Assert.True(scores[0].Score > scores[1].Score);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task A_service_is_not_paid_for_sentences()
    {
        _indexed.Corpus.Write("a.txt", "Zzz zzz. Data are like water.");
        using var store = _indexed.OpenStore();

        await _indexed.SynchronizeAsync(store);

        Assert.Single(_indexed.Embedder.Embedded);
        using var snapshot = store.OpenSnapshot();
        Assert.Empty(snapshot.Sentences.Score([1f], [1]));
    }

    [Fact]
    public async Task A_change_of_one_document_leaves_the_others_in_memory()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        _indexed.Corpus.Write("b.txt", "Robots help the old.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var cache = new VectorCache();
        using var index = SqliteIndex.OpenExisting(store.Path);
        var before = index.Run(cache.Load);

        _indexed.Corpus.Write("b.txt", "Robots help the young.");
        await _indexed.SynchronizeAsync(store);
        var after = index.Run(cache.Load);

        Assert.Same(before.Segments[0], after.Segments[0]);
        Assert.NotSame(before.Segments[1], after.Segments[1]);
    }
}
