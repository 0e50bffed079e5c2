using ForumQA.Storage;

namespace ForumQA.Ingestion;

/// <summary>What came of reading a file: one of the three.</summary>
internal abstract record ReadFile
{
    private ReadFile()
    {
    }

    /// <summary>It is new or has changed.</summary>
    /// <param name="Rows">What is to be stored.</param>
    public sealed record Changed(DocumentRows Rows) : ReadFile;

    /// <summary>Its contents are those that were indexed.</summary>
    /// <param name="Stamp">As it is now.</param>
    public sealed record Unchanged(SourceStamp Stamp) : ReadFile;

    /// <summary>It cannot be read.</summary>
    /// <param name="Reason">What is wrong and what to do about it.</param>
    /// <param name="ForItsContent">Whether it will fail again until it is changed.</param>
    public sealed record Failed(string Reason, bool ForItsContent) : ReadFile;
}
