using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Keeps the index of the configured corpus, whichever shell asks for it.</summary>
public sealed class CorpusSynchronizer
{
    /// <summary>Passages whose vectors a question waits for: some seconds. More are left to <c>forumqa index</c>.</summary>
    private const int QuicklyEmbedded = 500;

    private readonly Indexer _indexer;
    private readonly TimeProvider _time;

    /// <summary>Creates a synchronizer.</summary>
    /// <param name="indexer">Does the work.</param>
    /// <param name="corpus">Where the documents are.</param>
    /// <param name="index">Where the index is.</param>
    /// <param name="time">The clock.</param>
    public CorpusSynchronizer(Indexer indexer, IOptions<CorpusOptions> corpus, IndexPlace index, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(index);
        _indexer = indexer;
        _time = time;
        CorpusPath = corpus.Value.FullPath;
        Index = index;
    }

    /// <summary>The folder or file with the documents, in full.</summary>
    public string CorpusPath { get; }

    /// <summary>Where the index is.</summary>
    public IndexPlace Index { get; }

    /// <summary>The same, as users are told: the file in full, or the database's address without its password.</summary>
    public string IndexPath => Index.Name;

    /// <summary>Brings the index up to date; makes it when there is none.</summary>
    /// <param name="mode">How thoroughly.</param>
    /// <param name="progress">Told before each file, from another thread; may be null.</param>
    /// <param name="cancellationToken">Stops after the transaction under way.</param>
    /// <exception cref="ForumQAException">The corpus or the index cannot be used, or the embedding service fails.</exception>
    public Task<SynchronizationResult> RunAsync(SynchronizationMode mode, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(mode, mode == SynchronizationMode.Quick ? QuicklyEmbedded : null, progress, cancellationToken);

    /// <summary>The same without vectors, which <see cref="EmbedAsync"/> makes: documents can be asked about as soon as this is done.</summary>
    /// <inheritdoc cref="RunAsync(SynchronizationMode, IProgress{IndexingProgress}?, CancellationToken)"/>
    public Task<SynchronizationResult> RunWordsAsync(SynchronizationMode mode, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(mode, embedAtMost: 0, progress, cancellationToken);

    /// <summary>Makes the vectors that are missing, while the index may be used and changed.</summary>
    /// <param name="progress">Told before each document, from another thread; may be null.</param>
    /// <param name="cancellationToken">Stops; what is done is kept.</param>
    /// <returns>How many documents got their vectors.</returns>
    /// <exception cref="ForumQAException">The index cannot be used or belongs to another model, or the embedding service fails.</exception>
    public async Task<int> EmbedAsync(IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        using var store = Index.OpenExisting();
        return await Task.Run(() => _indexer.EmbedAsync(store, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<SynchronizationResult> RunAsync(
        SynchronizationMode mode, int? embedAtMost, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        var existed = Index.Exists();
        try
        {
            return await SynchronizeAsync(mode, embedAtMost, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (ForumQAException) when (!existed)
        {
            // A mistyped corpus must not leave an index without documents behind.
            DiscardEmpty();
            throw;
        }
        catch (IndexException e) when (mode == SynchronizationMode.Rebuild && e.Code is ("index-damaged" or "index-newer" or "not-an-index"))
        {
            // Refuses a file that is not an index, so that only what can be made again is deleted.
            Index.Discard();
            return await SynchronizeAsync(mode, embedAtMost, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether questions about this corpus can be answered from the index as it is.</summary>
    public bool IsUsable()
    {
        try
        {
            using var store = Index.OpenExisting();
            var manifest = store.ReadManifest();
            return manifest.Corpus == CorpusPath && manifest.DocumentCount > 0;
        }
        catch (IndexException)
        {
            return false;
        }
    }

    private async Task<SynchronizationResult> SynchronizeAsync(
        SynchronizationMode mode, int? embedAtMost, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var request = new IndexingRequest
        {
            Corpus = CorpusPath,
            Rebuild = mode == SynchronizationMode.Rebuild,
            TrustTimestamps = mode == SynchronizationMode.Quick,
            EmbedAtMost = embedAtMost,
        };
        CorpusFolder.Require(CorpusPath);
        using var store = Index.OpenOrCreate();

        // Reading and embedding may compute for long without giving way, and the caller may have a display to draw.
        var report = await Task.Run(() => _indexer.SynchronizeAsync(store, request, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new SynchronizationResult(CorpusPath, IndexPath, report, store.ReadManifest(), _time.GetElapsedTime(started));
    }

    private void DiscardEmpty()
    {
        try
        {
            if (Index.Exists() && IsEmpty())
            {
                Index.Discard();
            }
        }
        catch (Exception e) when (e is IndexException or IOException or UnauthorizedAccessException)
        {
            // What left the index empty is what the user needs to hear of.
        }
    }

    private bool IsEmpty()
    {
        using var store = Index.OpenExisting();
        return store.ReadManifest().DocumentCount == 0;
    }
}

/// <summary>How thoroughly an index is brought up to date.</summary>
public enum SynchronizationMode
{
    /// <summary>Files whose length and time are those of the last run are not read.</summary>
    Quick,

    /// <summary>Files are compared by their contents.</summary>
    Full,

    /// <summary>Every document is read and embedded again; an index that is damaged, of a newer version or of another corpus is replaced.</summary>
    Rebuild,
}

/// <summary>What a synchronisation did.</summary>
/// <param name="CorpusPath">The folder or file with the documents, in full.</param>
/// <param name="IndexPath">The <see cref="CorpusSynchronizer.IndexPath"/>.</param>
/// <param name="Report">What became of each document.</param>
/// <param name="Manifest">What the index holds now.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SynchronizationResult(
    string CorpusPath, string IndexPath, IndexingReport Report, IndexManifest Manifest, TimeSpan Elapsed);
