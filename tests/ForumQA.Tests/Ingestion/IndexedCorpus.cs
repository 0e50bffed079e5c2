using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Tests.Models;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

/// <summary>A corpus folder, an index over it and the runs that bring one up to date with the other.</summary>
internal sealed class IndexedCorpus : IDisposable
{
    public TemporaryFolder Corpus { get; } = new();

    public TemporaryFolder Home { get; } = new();

    public FakeEmbedder Embedder { get; } = new();

    public IngestionOptions Reading { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public void Dispose()
    {
        Corpus.Dispose();
        Home.Dispose();
    }

    public IndexStore OpenStore() => IndexStore.OpenOrCreate(Home["index.db"]);

    public Task<IndexingReport> SynchronizeAsync(
        IndexStore store,
        string? corpus = null,
        bool rebuild = false,
        bool trustTimestamps = false,
        FakeEmbedder? embedder = null,
        ChunkingOptions? chunking = null,
        int? embedAtMost = null,
        IProgress<IndexingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        return CreateIndexer(embedder, chunking).SynchronizeAsync(
            store,
            new IndexingRequest { Corpus = corpus ?? Corpus.Path, Rebuild = rebuild, TrustTimestamps = trustTimestamps, EmbedAtMost = embedAtMost },
            progress,
            cancellationToken);
    }

    public Indexer CreateIndexer(FakeEmbedder? embedder = null, ChunkingOptions? chunking = null)
    {
        var options = Options.Create(chunking ?? new ChunkingOptions());
        return new Indexer(new DocumentReaders(Options.Create(Reading)), new Chunker(options), options, embedder ?? Embedder, Time);
    }
}
