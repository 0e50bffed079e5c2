namespace ForumQA.Ingestion;

/// <summary>A file as it was found or uploaded.</summary>
/// <param name="Name">Its name or path, for messages and as the last resort for a title.</param>
/// <param name="Bytes">Its content; never empty.</param>
internal sealed record SourceFile(string Name, byte[] Bytes);
