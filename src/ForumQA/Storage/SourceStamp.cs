namespace ForumQA.Storage;

/// <summary>What tells whether a file is the one that was indexed.</summary>
/// <param name="Hash">SHA-256 of the file's bytes and of the settings it was read with, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ModifiedUtc">When it was last written.</param>
public sealed record SourceStamp(string Hash, long Length, DateTime ModifiedUtc);

/// <summary>A document as listed, without its text.</summary>
/// <param name="Id">The <see cref="Document.Id"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Uri">Its URI.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="ContentHash">The <see cref="Document.ContentHash"/>.</param>
/// <param name="PassageCount">How many passages it was cut into.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record IndexedDocument(
    string Id,
    string Title,
    string Uri,
    IReadOnlyDictionary<string, string> Metadata,
    string ContentHash,
    int PassageCount,
    SourceStamp Source);
