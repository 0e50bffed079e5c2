namespace ForumQA.Ingestion;

/// <summary>How a run over the corpus is to go.</summary>
public sealed record IndexingRequest
{
    /// <summary>The folder or file with the documents.</summary>
    public required string Corpus { get; init; }

    /// <summary>Whether every document is read and embedded again, and what another corpus left in the index may go. Default false.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Whether a file of the same length and time as before counts as unchanged without being read. Default false: files are compared by hash.</summary>
    public bool TrustTimestamps { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files to deal with.</param>
/// <param name="DocumentId">The file that is being dealt with.</param>
public sealed record IndexingProgress(int Done, int Total, string DocumentId);

/// <summary>What a run did. Each list is in ordinal order.</summary>
public sealed record IndexingReport
{
    /// <summary>Ids of documents that were not in the index before.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Ids of documents whose file, or the settings it is read with, had changed.</summary>
    public IReadOnlyList<string> Updated { get; init; } = [];

    /// <summary>Ids of documents left as they were.</summary>
    public IReadOnlyList<string> Unchanged { get; init; } = [];

    /// <summary>Ids of documents whose file is gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>Files that could not be read. What the index knew of them before stays.</summary>
    public IReadOnlyList<IndexingFailure> Failures { get; init; } = [];

    /// <summary>Whether the run wrote anything.</summary>
    public bool Changed => Added.Count + Updated.Count + Deleted.Count > 0;
}

/// <summary>A file or folder that could not be read.</summary>
/// <param name="DocumentId">Its path relative to the corpus.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
public sealed record IndexingFailure(string DocumentId, string Reason);
