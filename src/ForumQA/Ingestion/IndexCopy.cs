using ForumQA.Storage;

namespace ForumQA.Ingestion;

/// <summary>Makes one index say what another says, whatever engines keep them. No vector is made anew; what stands there already is left.</summary>
internal sealed class IndexCopy(IndexStore from, IndexStore to, TimeProvider time)
{
    /// <summary>Documents that are written in one transaction.</summary>
    private const int DocumentsAtOnce = 50;

    /// <summary>Copies what differs; broken off and begun again, it goes on.</summary>
    /// <param name="progress">Told before each batch of documents; may be null.</param>
    /// <param name="cancellationToken">Stops after the transaction under way.</param>
    /// <returns>How many documents were copied and deleted.</returns>
    /// <exception cref="IndexException">The other index holds another corpus, or one of them cannot be used.</exception>
    public (int Copied, int Deleted) Run(IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        using var snapshot = from.OpenSnapshot();
        var manifest = snapshot.Run(ManifestTable.Read);
        to.Writer.Begin(manifest.Corpus ?? "", manifest.EmbeddingModel ?? "", manifest.Chunking ?? "", rebuild: false);
        var wanted = snapshot.Documents.List();
        var there = to.Documents.List().ToDictionary(document => document.Id, StringComparer.Ordinal);
        var gone = there.Keys.Except(wanted.Select(document => document.Id), StringComparer.Ordinal).ToList();
        to.Writer.Delete(gone);

        // In the order of their rows: of two passages of one score the one that was stored first is the first.
        var rows = snapshot.Documents.FindRows(wanted.Select(document => document.Id));
        var missing = wanted
            .Where(document => there.GetValueOrDefault(document.Id) is not { } known || (known.ContentHash, known.Source) != (document.ContentHash, document.Source))
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

        CopyVectors(snapshot, progress, cancellationToken);
        to.Writer.SetAbstentionThreshold(manifest.AbstentionThreshold);
        to.Unreadable.Replace(snapshot.Run(UnreadableFileTable.List));
        return (missing.Count, gone.Count);
    }

    private void CopyVectors(IndexSnapshot snapshot, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        using var there = to.OpenSnapshot();
        var missing = snapshot.Run(StoredVectors.ListDocuments).Except(there.Run(StoredVectors.ListDocuments), StringComparer.Ordinal).ToList();
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
