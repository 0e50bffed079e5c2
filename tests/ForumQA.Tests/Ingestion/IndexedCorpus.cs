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
        CancellationToken cancellationToken = default)
    {
        var chunkingOptions = Options.Create(chunking ?? new ChunkingOptions());
        var indexer = new Indexer(
            new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunkingOptions), chunkingOptions, embedder ?? Embedder, TimeProvider.System);
        return indexer.SynchronizeAsync(
            store,
            new IndexingRequest { Corpus = corpus ?? Corpus.Path, Rebuild = rebuild, TrustTimestamps = trustTimestamps },
            progress: null,
            cancellationToken);
    }
}
