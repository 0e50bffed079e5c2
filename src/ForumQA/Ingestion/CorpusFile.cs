namespace ForumQA.Ingestion;

/// <summary>A readable file of a corpus.</summary>
/// <param name="DocumentId">Its path relative to the corpus folder, with forward slashes.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="LastWriteUtc">When it was last written, UTC.</param>
internal sealed record CorpusFile(string DocumentId, string FullPath, long Length, DateTime LastWriteUtc);
