namespace ForumQA.Storage;

/// <summary>A file whose content could not be read.</summary>
/// <param name="DocumentId">Its path relative to the corpus folder, with forward slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ModifiedUtc">When it was last written.</param>
/// <param name="Settings">What the reading depended on besides the file.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
internal sealed record UnreadableFile(string DocumentId, long Length, DateTime ModifiedUtc, string Settings, string Reason);
