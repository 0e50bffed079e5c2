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

    /// <summary>When more passages than this lack a vector, none is made in this run: it would take too long. Null, the default, makes all; 0 makes none.</summary>
    public int? EmbedAtMost { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Files dealt with in this stage.</param>
/// <param name="Total">Files to deal with in this stage.</param>
/// <param name="DocumentId">The file that is being dealt with.</param>
/// <param name="Stage">What is being done.</param>
public sealed record IndexingProgress(int Done, int Total, string DocumentId, IndexingStage Stage = IndexingStage.Words);

/// <summary>The stages of a run.</summary>
public enum IndexingStage
{
    /// <summary>Documents are read and their words stored; from then on they can be asked about.</summary>
    Words,

    /// <summary>Vectors are made of what is stored.</summary>
    Meaning,
}

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

    /// <summary>Pictures and documents in formats that are not read: their paths relative to the corpus.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];

    /// <summary>How many documents got vectors.</summary>
    public int Embedded { get; init; }

    /// <summary>Whether the run wrote anything.</summary>
    public bool Changed => Added.Count + Updated.Count + Deleted.Count + Embedded > 0;
}

/// <summary>A file or folder that could not be read.</summary>
/// <param name="DocumentId">Its path relative to the corpus.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
public sealed record IndexingFailure(string DocumentId, string Reason)
{
    /// <summary>Whether an earlier run found the same of the same file. Default false.</summary>
    public bool Known { get; init; }
}
