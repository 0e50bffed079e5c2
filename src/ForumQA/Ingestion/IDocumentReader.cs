namespace ForumQA.Ingestion;

/// <summary>Reads the files of one format.</summary>
internal interface IDocumentReader
{
    /// <summary>The file extensions of the format, with their full stop, in lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <exception cref="ForumQAException">The file is not of the format, or damaged.</exception>
    Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken);
}
