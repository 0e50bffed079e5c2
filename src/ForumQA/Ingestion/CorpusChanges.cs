using System.Text.Json.Serialization;
using ForumQA.Storage;

namespace ForumQA.Ingestion;

/// <summary>How a corpus differs from its index, judged by the length and the time of its files. Each list is in ordinal order.</summary>
internal sealed record CorpusChanges
{
    /// <summary>Ids of documents that are not in the index.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Ids of documents whose file looks changed.</summary>
    public IReadOnlyList<string> Updated { get; init; } = [];

    /// <summary>Ids of documents whose file is gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>Files that the last run could not read and that are as they were.</summary>
    public IReadOnlyList<IndexingFailure> Unreadable { get; init; } = [];

    /// <summary>Pictures and documents in formats that are not read.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];

    /// <summary>Whether there are none.</summary>
    [JsonIgnore]
    public bool None => Added.Count + Updated.Count + Deleted.Count == 0;

    /// <summary>Finds what <see cref="Indexer.SynchronizeAsync"/> would have to look at, without reading a document or writing anything.</summary>
    /// <param name="store">The index.</param>
    /// <param name="corpus">The folder or file, as a full path.</param>
    /// <param name="cancellationToken">Stops listing.</param>
    /// <exception cref="ForumQAException">The corpus does not exist or cannot be read.</exception>
    public static CorpusChanges Find(IndexStore store, string corpus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var listing = CorpusFolder.List(corpus, cancellationToken);
        var indexed = store.Documents.List();
        var unreadable = store.Unreadable.List();
        var run = new IndexingRun(indexed, unreadable, listing);
        var files = listing.Files.Where(file => !run.IsKnownUnreadable(file, settings: null)).ToList();
        var known = indexed.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        return new CorpusChanges
        {
            Added = [.. files.Select(file => file.DocumentId).Where(id => !known.Contains(id))],
            Updated = [.. files.Where(file => known.Contains(file.DocumentId) && !run.LooksUnchanged(file)).Select(file => file.DocumentId)],
            Deleted = run.Missing,
            NotRead = listing.NotRead,
            Unreadable = [.. unreadable.ExceptBy(files.Select(file => file.DocumentId), file => file.DocumentId).Select(file => new IndexingFailure(file.DocumentId, file.Reason) { Known = true })],
        };
    }
}
