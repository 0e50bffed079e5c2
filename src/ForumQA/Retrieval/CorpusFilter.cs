namespace ForumQA.Retrieval;

/// <summary>Narrows a question to some of the documents. What is not set does not narrow.</summary>
public sealed record CorpusFilter
{
    /// <summary>A document passes when its <see cref="Document.Id"/> is one of these, each of which must be in the index; none, the default, lets all pass.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>A document passes when its <see cref="Document.Metadata"/> has each of these values, names and values compared without regard to case; none, the default, lets all pass.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
