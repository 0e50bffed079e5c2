using System.Security.Cryptography;
using System.Text;
using ForumQA.Storage;

namespace ForumQA.Ingestion;

/// <summary>Compares a corpus with an index and keeps the account of one run.</summary>
internal sealed class IndexingRun
{
    private readonly Dictionary<string, IndexedDocument> _indexed;
    private readonly List<string> _added = [];
    private readonly List<string> _updated = [];
    private readonly List<string> _unchanged = [];
    private readonly List<IndexingFailure> _failures;
    private readonly Dictionary<string, UnreadableFile> _known;
    private readonly List<UnreadableFile> _unreadable = [];

    /// <param name="indexed">What the index holds.</param>
    /// <param name="unreadable">Files that earlier runs could not read.</param>
    /// <param name="listing">What the corpus holds.</param>
    public IndexingRun(IReadOnlyList<IndexedDocument> indexed, IReadOnlyList<UnreadableFile> unreadable, CorpusListing listing)
    {
        _known = unreadable.ToDictionary(file => file.DocumentId, StringComparer.Ordinal);
        _indexed = indexed.ToDictionary(document => document.Id, StringComparer.Ordinal);
        _failures = [.. listing.Unreadable.Select(entry => new IndexingFailure(entry.Path, entry.Reason))];
        var present = listing.Files.Select(file => file.DocumentId).ToHashSet(StringComparer.Ordinal);

        // What lies in a folder that cannot be listed is not gone.
        Missing = [.. indexed
            .Select(document => document.Id)
            .Where(id => !present.Contains(id) && !listing.Unreadable.Any(entry => id == entry.Path || id.StartsWith(entry.Path + "/", StringComparison.Ordinal)))];
    }

    /// <summary>Ids of indexed documents whose file is gone.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Identifies a file's contents together with the settings it is read with.</summary>
    public static SourceStamp Stamp(CorpusFile file, byte[] content, string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(Encoding.UTF8.GetBytes("\n" + settings));
        return new SourceStamp(Convert.ToHexStringLower(hash.GetCurrentHash()), file.Length, file.LastWriteUtc);
    }

    /// <summary>Whether length and time are those of the last run.</summary>
    public bool LooksUnchanged(CorpusFile file) =>
        _indexed.TryGetValue(file.DocumentId, out var document)
        && document.Source.Hash.Length > 0
        && document.Source.Length == file.Length
        && document.Source.ModifiedUtc == file.LastWriteUtc;

    /// <summary>Whether contents and settings are those of the last run.</summary>
    public bool IsUnchanged(CorpusFile file, SourceStamp source) =>
        _indexed.TryGetValue(file.DocumentId, out var document) && document.Source.Hash == source.Hash;

    public void Leave(CorpusFile file) => _unchanged.Add(file.DocumentId);

    public void Store(CorpusFile file) => (_indexed.ContainsKey(file.DocumentId) ? _updated : _added).Add(file.DocumentId);

    /// <summary>Files whose content this run or an earlier one could not read.</summary>
    public IReadOnlyList<UnreadableFile> Unreadable => _unreadable;

    /// <summary>Whether an earlier run could not read this file as it is now. Then it need not be tried again.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">What it would be read with; null for whatever it was read with.</param>
    public bool IsKnownUnreadable(CorpusFile file, string? settings) =>
        _known.TryGetValue(file.DocumentId, out var known)
        && (known.Length, known.ModifiedUtc) == (file.Length, file.LastWriteUtc)
        && (settings is null || known.Settings == settings);

    /// <summary>Counts a file that is not read because it <see cref="LooksUnchanged"/> or <see cref="IsKnownUnreadable"/>.</summary>
    public void LeaveUnread(CorpusFile file)
    {
        if (LooksUnchanged(file))
        {
            Leave(file);
        }
        else
        {
            FailForItsContent(file, _known[file.DocumentId].Settings, _known[file.DocumentId].Reason);
        }
    }

    /// <summary>A file that will fail again until it, or what it is read with, is changed.</summary>
    public void FailForItsContent(CorpusFile file, string settings, string reason)
    {
        var unreadable = new UnreadableFile(file.DocumentId, file.Length, file.LastWriteUtc, settings, reason);
        _unreadable.Add(unreadable);
        _failures.Add(new IndexingFailure(file.DocumentId, reason) { Known = _known.GetValueOrDefault(file.DocumentId) == unreadable });
    }

    /// <summary>A file that may be read the next time as it is.</summary>
    public void Fail(CorpusFile file, string reason) => _failures.Add(new IndexingFailure(file.DocumentId, reason));

    public IndexingReport ToReport() => new()
    {
        Added = _added,
        Updated = _updated,
        Unchanged = _unchanged,
        Deleted = Missing,
        Failures = [.. _failures.OrderBy(failure => failure.DocumentId, StringComparer.Ordinal)],
    };
}
