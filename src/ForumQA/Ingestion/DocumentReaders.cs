using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Reads files of every supported format.</summary>
internal sealed class DocumentReaders(IOptions<IngestionOptions> options)
{
    public IngestionOptions Options { get; } = options.Value;

    /// <summary>Whether the name's extension is one that <see cref="ReadAsync"/> takes.</summary>
    public static bool CanRead(string fileName) => throw new NotImplementedException();

    /// <exception cref="ForumQAException">The file cannot be read; the message names it and the remedy.</exception>
    public Task<Document> ReadFileAsync(string documentId, string path, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <param name="documentId">The <see cref="Document.Id"/> to give.</param>
    /// <param name="fileName">Its extension selects the reader; it also stands in for a missing title.</param>
    /// <param name="content">Read to its end, from where it stands; not disposed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">The content cannot be read; the message names the file and the remedy.</exception>
    public Task<Document> ReadAsync(string documentId, string fileName, Stream content, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
