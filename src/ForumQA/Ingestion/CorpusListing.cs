namespace ForumQA.Ingestion;

/// <summary>What a corpus folder holds.</summary>
/// <param name="Files">The readable files, in ordinal order of their document ids.</param>
/// <param name="Unreadable">What could not be listed: the relative path and a reason that names the remedy.</param>
/// <param name="NotRead">Relative paths of pictures and documents in formats that are not read, in ordinal order.</param>
internal sealed record CorpusListing(IReadOnlyList<CorpusFile> Files, IReadOnlyList<UnreadableEntry> Unreadable, IReadOnlyList<string> NotRead);

/// <summary>A file or folder that could not be read.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
internal sealed record UnreadableEntry(string Path, string Reason);
