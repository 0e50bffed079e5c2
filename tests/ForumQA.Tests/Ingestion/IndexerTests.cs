using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Tests.Ingestion;

/// <summary>What a run over a corpus does.</summary>
public sealed class IndexerTests : IDisposable
{
    private readonly IndexedCorpus _indexed = new();

    public void Dispose() => _indexed.Dispose();

    [Fact]
    public async Task Tells_new_changed_unchanged_and_deleted_files_apart()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        _indexed.Corpus.Write("sub/b.txt", "Robots help the old.");
        _indexed.Corpus.Write("c.txt", "Chips are scarce.");
        using var store = _indexed.OpenStore();

        var first = await _indexed.SynchronizeAsync(store);
        _indexed.Corpus.Write("a.txt", "Data are like fire.");
        File.Delete(_indexed.Corpus["c.txt"]);
        var second = await _indexed.SynchronizeAsync(store);
        var third = await _indexed.SynchronizeAsync(store);

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
        var path = _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var embedded = _indexed.Embedder.Embedded.Count;

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        var report = await _indexed.SynchronizeAsync(store);

        Assert.Equal(["a.txt"], report.Unchanged);
        Assert.Equal(embedded, _indexed.Embedder.Embedded.Count);
    }

    [Fact]
    public async Task Writes_nothing_when_nothing_changed()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var generation = store.ReadManifest().Generation;

        await _indexed.SynchronizeAsync(store);
        await _indexed.SynchronizeAsync(store, trustTimestamps: true);

        Assert.Equal(generation, store.ReadManifest().Generation);
    }

    [Fact]
    public async Task Keeps_what_it_knew_of_a_file_that_has_become_unreadable_and_goes_on()
    {
        _indexed.Corpus.Write("a.md", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);

        _indexed.Corpus.Write("a.md", "---\ntitle: [unclosed\n---\nData are like fire.");
        _indexed.Corpus.Write("b.md", "Robots help the old.");
        var report = await _indexed.SynchronizeAsync(store);

        var failure = Assert.Single(report.Failures);
        Assert.Equal("a.md", failure.DocumentId);
        Assert.Contains("a.md", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(["b.md"], report.Added);
        Assert.Equal("Data are like water.", store.Documents.Find("a.md")!.Text.Trim());
    }

    [Fact]
    public async Task Refuses_a_file_by_its_length_without_reading_it()
    {
        _indexed.Reading.MaxFileBytes = 100;
        _indexed.Corpus.Write("a.md", "Data are like water.");
        _indexed.Corpus.Write("long.md", new string('a', 101));
        using var store = _indexed.OpenStore();
        using var locked = new FileStream(_indexed.Corpus["long.md"], FileMode.Open, FileAccess.Read, FileShare.None);

        foreach (var trustTimestamps in new[] { false, true })
        {
            var report = await _indexed.SynchronizeAsync(store, trustTimestamps: trustTimestamps);

            Assert.Contains("MaxFileBytes", Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("---\ntitle: [unclosed\n---\nData are like fire.")]
    [InlineData(" ")]
    public async Task Does_not_read_again_what_could_not_be_read_until_it_has_changed(string content)
    {
        _indexed.Corpus.Write("a.md", "Data are like water.");
        _indexed.Corpus.Write("b.md", content);
        using var store = _indexed.OpenStore();
        var first = Assert.Single((await _indexed.SynchronizeAsync(store, trustTimestamps: true)).Failures);

        using (new FileStream(_indexed.Corpus["b.md"], FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.Equal(first with { Known = true }, Assert.Single((await _indexed.SynchronizeAsync(store, trustTimestamps: true)).Failures));
        }

        _indexed.Corpus.Write("b.md", "Robots help the old, and so does this.");
        var report = await _indexed.SynchronizeAsync(store, trustTimestamps: true);

        Assert.Equal((0, "b.md"), (report.Failures.Count, Assert.Single(report.Added)));
        Assert.Empty(store.Unreadable.List());
    }

    [Fact]
    public async Task Cuts_passages_again_when_the_settings_change()
    {
        _indexed.Corpus.Write("a.txt", string.Join(' ', Enumerable.Range(1, 40).Select(i => $"Sentence number {i} speaks of water.")));
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        var before = store.ReadManifest().PassageCount;

        var report = await _indexed.SynchronizeAsync(store, chunking: new ChunkingOptions { MinWords = 20, TargetWords = 25, MaxWords = 30 });

        Assert.Equal(["a.txt"], report.Updated);
        Assert.True(store.ReadManifest().PassageCount > before);
    }

    [Fact]
    public async Task Does_not_forget_a_corpus_that_is_gone_or_empty()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);

        File.Delete(_indexed.Corpus["a.txt"]);
        var empty = await Assert.ThrowsAsync<ForumQAException>(() => _indexed.SynchronizeAsync(store));

        Assert.Equal("corpus-empty", empty.Code);
        Assert.Contains("--corpus", empty.Message, StringComparison.Ordinal);
        Assert.NotNull(store.Documents.Find("a.txt"));
    }

    [Fact]
    public async Task Refuses_an_index_made_from_another_corpus_unless_told_to_rebuild()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var other = new TemporaryFolder();
        other.Write("b.txt", "Robots help the old.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);

        var error = await Assert.ThrowsAsync<IndexException>(() => _indexed.SynchronizeAsync(store, corpus: other.Path));
        Assert.Equal("index-other-corpus", error.Code);
        Assert.NotNull(store.Documents.Find("a.txt"));

        var report = await _indexed.SynchronizeAsync(store, corpus: other.Path, rebuild: true);
        Assert.Equal(["b.txt"], report.Added);
        Assert.Equal(["a.txt"], report.Deleted);
    }

    [Fact]
    public async Task Reads_everything_again_when_told_to_rebuild()
    {
        _indexed.Corpus.Write("a.txt", "Data are like water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);

        var report = await _indexed.SynchronizeAsync(store, rebuild: true);

        Assert.Equal(["a.txt"], report.Updated);
        Assert.Empty(store.Check());
    }
}
