using ForumQA.Storage;

namespace ForumQA.Ingestion;

/// <summary>Makes one index say what another says, whatever engines keep them. No vector is made anew; what stands there already is left.</summary>
internal sealed class IndexCopy(IndexStore from, IndexStore to, TimeProvider time)
{
    /// <summary>Documents that are written in one transaction.</summary>
    private const int DocumentsAtOnce = 50;

    /// <summary>Says which documents are to stand in the copy, by their ids; null, the default, for all.</summary>
    public Func<IndexSnapshot, IReadOnlySet<string>>? Choose { get; init; }

    /// <summary>Copies what differs; broken off and begun again, it goes on.</summary>
    /// <param name="progress">Told before each batch of documents; may be null.</param>
    /// <param name="cancellationToken">Stops after the transaction under way.</param>
    /// <returns>How many documents were copied and deleted, and the generation of the index that was copied.</returns>
    /// <exception cref="IndexException">The other index holds another corpus, or one of them cannot be used.</exception>
    public (int Copied, int Deleted, long Generation) Run(IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        using var snapshot = from.OpenSnapshot();
        var manifest = snapshot.Run(ManifestTable.Read);
        if (manifest.Corpus is { } corpus)
        {
            to.Writer.Begin(corpus, manifest.EmbeddingModel ?? "", manifest.Chunking ?? "", rebuild: false);
        }

        var chosen = Choose?.Invoke(snapshot);
        var wanted = snapshot.Documents.List().Where(document => chosen?.Contains(document.Id) != false).ToList();
        var there = to.Documents.List().ToDictionary(document => document.Id, StringComparer.Ordinal);
        var gone = there.Keys.Except(wanted.Select(document => document.Id), StringComparer.Ordinal).ToList();

        // First of all: a copy that is broken off has too little, never too much.
        to.Writer.Delete(gone);

        // In the order of their rows: of two passages of one score the one that was stored first is the first.
        var rows = snapshot.Documents.FindRows(wanted.Select(document => document.Id));
        var missing = wanted
            .Where(document => there.GetValueOrDefault(document.Id) is not { } known || !IsSame(known, document))
            .OrderBy(document => rows[document.Id])
            .ToList();
        var done = 0;
        foreach (var batch in missing.Chunk(DocumentsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new IndexingProgress(done, missing.Count, batch[0].Id));
            to.Writer.Put(
                [.. batch.Select(document => DocumentRows.Of(snapshot.Documents.Find(document.Id)!, document.Source, snapshot.Passages.ListByDocument(document.Id)))],
                [],
                manifest.EmbeddingModel ?? "",
                time.GetUtcNow());
            done += batch.Length;
        }

        CopyVectors(snapshot, chosen, progress, cancellationToken);
        to.Writer.SetAbstentionThreshold(manifest.AbstentionThreshold);

        // What could not be read has no metadata by which it could be chosen.
        to.Unreadable.Replace(chosen is null ? snapshot.Run(UnreadableFileTable.List) : []);
        return (missing.Count, gone.Count, manifest.Generation);
    }

    /// <summary>Another version of a reader may find another title or other metadata in the same file.</summary>
    private static bool IsSame(IndexedDocument one, IndexedDocument other) =>
        (one.ContentHash, one.Source, one.Title, one.Uri, one.PassageCount) == (other.ContentHash, other.Source, other.Title, other.Uri, other.PassageCount)
        && one.Metadata.SequenceEqual(other.Metadata);

    private void CopyVectors(IndexSnapshot snapshot, IReadOnlySet<string>? chosen, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        using var there = to.OpenSnapshot();
        var missing = snapshot.Run(StoredVectors.ListDocuments).Where(id => chosen?.Contains(id) != false)
            .Except(there.Run(StoredVectors.ListDocuments), StringComparer.Ordinal).ToList();
        var done = 0;
        foreach (var batch in missing.Chunk(DocumentsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new IndexingProgress(done, missing.Count, batch[0], IndexingStage.Meaning));
            to.Writer.PutVectors(snapshot.Run(connection => StoredVectors.Read(connection, batch)), snapshot.Run(ManifestTable.ReadDimensions));
            done += batch.Length;
        }
    }
}
