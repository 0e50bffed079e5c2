namespace ForumQA.Client;

/// <summary>What bringing the index up to date did.</summary>
public sealed record IndexResult
{
    /// <summary>How many documents the index holds now.</summary>
    public required int Documents { get; init; }

    /// <summary>How many passages it holds now.</summary>
    public required int Passages { get; init; }

    /// <summary>Ids of documents that were not in the index before.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Ids of documents that had changed.</summary>
    public IReadOnlyList<string> Updated { get; init; } = [];

    /// <summary>Ids of documents left as they were.</summary>
    public IReadOnlyList<string> Unchanged { get; init; } = [];

    /// <summary>Ids of documents whose file is gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>Files that could not be read. What the index knew of them stays.</summary>
    public IReadOnlyList<IndexFailure> Failures { get; init; } = [];

    /// <summary>Pictures and documents in formats that are not read.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }
}

/// <summary>A file that could not be read.</summary>
/// <param name="DocumentId">Its path in the corpus folder, with forward slashes.</param>
/// <param name="Reason">Why, and what to do.</param>
/// <param name="Known">Whether an earlier run said so already and the file has not changed since.</param>
public sealed record IndexFailure(string DocumentId, string Reason, bool Known);

/// <summary>How far bringing the index up to date has come.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files to deal with.</param>
/// <param name="DocumentId">The file that is being dealt with.</param>
public sealed record IndexProgress(int Done, int Total, string DocumentId);

/// <summary>The body of a request to bring the index up to date.</summary>
internal sealed record IndexRequest(bool Rebuild);
