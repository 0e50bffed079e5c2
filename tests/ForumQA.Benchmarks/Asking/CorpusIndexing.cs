using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Asking;

/// <summary>Indexes a folder as <c>forumqa</c> does, with its defaults.</summary>
internal static class CorpusIndexing
{
    /// <param name="store">Takes the documents.</param>
    /// <param name="corpus">The folder.</param>
    /// <param name="embedder">Makes the vectors; not disposed of.</param>
    public static Task SynchronizeAsync(IndexStore store, string corpus, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        var chunking = Options.Create(new ChunkingOptions());
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        return indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = corpus }, progress: null, CancellationToken.None);
    }
}
