using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Speed;

/// <summary>Indexes words as the shells do; what vectors cost depends on the model and is measured elsewhere.</summary>
internal static class SpeedIndex
{
    /// <param name="store">The index.</param>
    /// <param name="corpus">The folder.</param>
    /// <param name="quick">Whether files of the same length and time are left unread.</param>
    public static async Task SynchronizeAsync(IndexStore store, string corpus, bool quick)
    {
        var chunking = Options.Create(new ChunkingOptions());
        using var embedder = new NoVectors();
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = corpus, TrustTimestamps = quick, EmbedAtMost = 0 }, progress: null, CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class NoVectors : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No vectors are made here.");

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose()
        {
        }
    }
}
