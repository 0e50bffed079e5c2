using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Ingestion;

/// <summary>What is left when a run is interrupted, meets another, or changes the model.</summary>
public sealed class IndexerConsistencyTests : IDisposable
{
    private readonly IndexedCorpus _indexed = new();

    public void Dispose() => _indexed.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Finishes_in_the_next_run_what_a_crash_interrupted(int crashAt)
    {
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            _indexed.Corpus.Write(name, $"The file {name} is about water.");
        }

        using var store = _indexed.OpenStore();
        _indexed.Embedder.OnRequest = request =>
        {
            if (request == crashAt)
            {
                throw new InvalidOperationException("Crash.");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _indexed.SynchronizeAsync(store));
        Assert.Empty(store.Check());
        Assert.Equal((3, crashAt - 1), (store.ReadManifest().DocumentCount, store.ReadManifest().VectorCount));

        var report = await _indexed.SynchronizeAsync(store);
        Assert.Equal((3, 4 - crashAt), (report.Unchanged.Count, report.Embedded));
        Assert.Equal(3, store.ReadManifest().VectorCount);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Embeds_everything_again_for_another_model_and_never_mixes_two()
    {
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            _indexed.Corpus.Write(name, $"The file {name} is about water.");
        }

        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var other = new FakeEmbedder("other", dimensions: 5);
        other.OnRequest = request =>
        {
            // The first request is the test that the new model works.
            if (request == 3)
            {
                throw new InvalidOperationException("Crash.");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _indexed.SynchronizeAsync(store, embedder: other));
        Assert.Equal(("other", 5, 1), (store.ReadManifest().EmbeddingModel, store.ReadManifest().Dimensions, store.ReadManifest().VectorCount));

        var report = await _indexed.SynchronizeAsync(store, embedder: other);
        Assert.Equal((0, 2), (report.Updated.Count, report.Embedded));
        Assert.Equal(3, store.ReadManifest().VectorCount);
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Keeps_the_old_vectors_when_the_new_model_does_not_work()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var broken = new FakeEmbedder("broken") { OnRequest = _ => throw new InvalidOperationException("No such model.") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _indexed.SynchronizeAsync(store, embedder: broken));

        Assert.Equal(("letters", 1), (store.ReadManifest().EmbeddingModel, store.ReadManifest().VectorCount));
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_copy_of_each_document()
    {
        for (var i = 0; i < 20; i++)
        {
            _indexed.Corpus.Write($"{i:00}.txt", $"File {i} is about water.");
        }

        using var one = _indexed.OpenStore();
        using var two = _indexed.OpenStore();
        await Task.WhenAll(
            Task.Run(() => _indexed.SynchronizeAsync(one, embedder: new FakeEmbedder())),
            Task.Run(() => _indexed.SynchronizeAsync(two, embedder: new FakeEmbedder())));

        Assert.Equal(20, one.ReadManifest().DocumentCount);
        Assert.Empty(one.Check());
    }

    [Fact]
    public async Task Stops_when_cancelled_and_keeps_what_is_done()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        _indexed.Corpus.Write("b.txt", "Robots help the old.");
        using var store = _indexed.OpenStore();
        using var cancellation = new CancellationTokenSource();
        _indexed.Embedder.OnRequest = request =>
        {
            if (request == 2)
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _indexed.SynchronizeAsync(store, cancellationToken: cancellation.Token));

        Assert.Equal((2, 1), (store.ReadManifest().DocumentCount, store.ReadManifest().VectorCount));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Many_small_documents_are_stored_in_few_transactions()
    {
        _indexed.Time = new ManualTime();
        for (var i = 0; i < 50; i++)
        {
            _indexed.Corpus.Write($"{i:00}.txt", $"File {i} is about water.");
        }

        using var store = _indexed.OpenStore();
        var empty = store.ReadGeneration();
        await _indexed.SynchronizeAsync(store);
        var made = store.ReadManifest().Generation;
        for (var i = 0; i < 50; i++)
        {
            File.SetLastWriteTimeUtc(_indexed.Corpus[$"{i:00}.txt"], DateTime.UnixEpoch);
        }

        await _indexed.SynchronizeAsync(store);
        var touched = store.ReadManifest().Generation;
        File.WriteAllText(_indexed.Corpus["only.txt"], "One file is left.");
        Directory.EnumerateFiles(_indexed.Corpus.Path, "??.txt").ToList().ForEach(File.Delete);
        await _indexed.SynchronizeAsync(store);

        // Settings, words, vectors; then times; then words, what is gone, vectors.
        Assert.Equal((3, 1, 3), (made - empty, touched - made, store.ReadManifest().Generation - touched));
        Assert.Equal((1, 1), (store.ReadManifest().DocumentCount, store.ReadManifest().VectorCount));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task Stops_when_cancelled_while_reading_and_keeps_what_is_read()
    {
        for (var i = 0; i < 10; i++)
        {
            _indexed.Corpus.Write($"{i}.txt", $"File {i} is about water.");
        }

        using var store = _indexed.OpenStore();
        using var cancellation = new CancellationTokenSource();
        var progress = new StopAt(5, cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _indexed.SynchronizeAsync(store, progress: progress, cancellationToken: cancellation.Token));

        Assert.Equal(["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"], store.Documents.List().Select(document => document.Id));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task After_any_changes_equals_an_index_made_afresh()
    {
        var random = new Random(20261121);
        using var store = _indexed.OpenStore();
        _indexed.Corpus.Write("always.txt", "There is always this file.");
        for (var round = 0; round < 25; round++)
        {
            for (var change = random.Next(4); change > 0; change--)
            {
                var name = $"{random.Next(6)}.txt";
                if (random.Next(3) == 0)
                {
                    File.Delete(_indexed.Corpus[name]);
                }
                else
                {
                    _indexed.Corpus.Write(name, string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(i => $"Word {random.Next(50)} in sentence {i}.")));
                }
            }

            await _indexed.SynchronizeAsync(store);
            using var fresh = IndexStore.OpenOrCreate(_indexed.Home[$"fresh-{round}.db"]);
            await _indexed.SynchronizeAsync(fresh);

            Assert.Equal(Dump(fresh), Dump(store));
            Assert.Empty(store.Check());
        }
    }

    private sealed class StopAt(int done, CancellationTokenSource cancellation) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            if (value.Done == done)
            {
                cancellation.Cancel();
            }
        }
    }

    private static List<string> Dump(IndexStore store) =>
        [.. store.Documents.List().SelectMany(document => store.Passages.ListByDocument(document.Id)).Select(passage => passage.ToString())];
}
