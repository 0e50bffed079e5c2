namespace ForumQA.Api.Health;

/// <summary>That the process answers at all.</summary>
/// <param name="Status">Always <c>live</c>.</param>
/// <param name="Version">ForumQA's version.</param>
internal sealed record LiveJson(string Status, string Version);

/// <summary>Whether questions can be answered, and what stands in the way.</summary>
internal sealed record ReadyJson
{
    /// <summary>Whether questions can be answered.</summary>
    public required ReadyStatus Status { get; init; }

    /// <summary>The documents.</summary>
    public required ReadyCorpus Corpus { get; init; }

    /// <summary>The index; null when it cannot be opened.</summary>
    public required ReadyIndex? Index { get; init; }

    /// <summary>The run that brings the index up to date; null when none is under way.</summary>
    public required ReadyIndexing? Indexing { get; init; }

    /// <summary>What is wrong; may be more than what keeps the service from being ready.</summary>
    public required IReadOnlyList<ReadyProblem> Problems { get; init; }
}

/// <summary>Whether questions can be answered.</summary>
internal enum ReadyStatus
{
    /// <summary>They can.</summary>
    Ready,

    /// <summary>Not yet: the index is being brought up to date for the first time since the start.</summary>
    Starting,

    /// <summary>They cannot.</summary>
    Unavailable,
}

/// <summary>The documents.</summary>
/// <param name="Path">The folder or file.</param>
/// <param name="Present">Whether it is there.</param>
internal sealed record ReadyCorpus(string Path, bool Present);

/// <summary>The index.</summary>
/// <param name="Path">The file.</param>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="Passages">How many passages it holds.</param>
/// <param name="Vectors">How many of them can be found by their meaning too; fewer than there are while vectors are made in the background.</param>
/// <param name="EmbeddingModel">The model that made its vectors.</param>
/// <param name="UpToDate">Whether it says what the corpus says, by the files' length and time; null when they cannot be compared.</param>
internal sealed record ReadyIndex(string Path, int Documents, int Passages, int Vectors, string? EmbeddingModel, bool? UpToDate);

/// <summary>A run that brings the index up to date.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files to deal with; null until they are counted.</param>
internal sealed record ReadyIndexing(int Done, int? Total);

/// <summary>Something that is wrong.</summary>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record ReadyProblem(string Code, string Message);
