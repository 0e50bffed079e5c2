using System.Globalization;
using ForumQA.Ingestion.Books;
using ForumQA.Ingestion.Mail;
using ForumQA.Ingestion.Pdf;
using ForumQA.Ingestion.Sheets;
using ForumQA.Ingestion.Slides;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Reads files of every supported format.</summary>
internal sealed class DocumentReaders(IOptions<IngestionOptions> options)
{
    private static readonly Dictionary<string, IDocumentReader> Readers =
        new IDocumentReader[]
            {
                new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new WordReader(), new PdfReader(),
                new SheetReader(), new CsvReader(), new SlideReader(), new BookReader(), new MailReader(),
            }
            .SelectMany(reader => reader.Extensions.Select(extension => (extension, reader)))
            .ToDictionary(r => r.extension, r => r.reader, StringComparer.OrdinalIgnoreCase);

    private readonly IngestionOptions _options = options.Value;

    /// <summary>The extensions that can be read, with their full stop, in ordinal order.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the name's extension is one that <see cref="ReadAsync"/> takes.</summary>
    public static bool CanRead(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return Readers.ContainsKey(Path.GetExtension(fileName));
    }

    /// <exception cref="ForumQAException">The file cannot be read; the message names it and the remedy.</exception>
    public async Task<Document> ReadFileAsync(string documentId, string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
            return await ReadAsync(documentId, path, stream, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("file-unreadable", $"'{Path.GetFileName(path)}' cannot be opened. Check that it exists and that you may read it.", e);
        }
    }

    /// <param name="documentId">The <see cref="Document.Id"/> to give.</param>
    /// <param name="fileName">Its extension selects the reader; it also stands in for a missing title.</param>
    /// <param name="content">Read to its end, from where it stands; not disposed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">The content cannot be read; the message names the file and the remedy.</exception>
    public async Task<Document> ReadAsync(string documentId, string fileName, Stream content, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(documentId);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentNullException.ThrowIfNull(content);
        var name = Path.GetFileName(fileName);
        if (!Readers.TryGetValue(Path.GetExtension(name), out var reader))
        {
            throw new ForumQAException("format-unknown", $"'{name}' is of a format that cannot be read. Convert it to one of: {string.Join(' ', Extensions)}");
        }

        var file = new SourceFile(name, await BytesAsync(name, content, cancellationToken));
        var document = DocumentAssembler.Assemble(documentId, name, await reader.ReadAsync(file, _options, cancellationToken));
        return document.Text.Length > 0 ? document : throw Empty(name);
    }

    /// <summary>What reading depends on besides the file.</summary>
    public string Limits => string.Create(CultureInfo.InvariantCulture, $"{_options.MaxFileBytes} bytes, {_options.PdfTimeLimit.TotalSeconds} s");

    /// <summary>Refuses a file that is too large before it is read.</summary>
    /// <exception cref="ForumQAException">It is; the message names the remedy.</exception>
    public void RequireLength(string fileName, long length)
    {
        if (length > _options.MaxFileBytes)
        {
            throw TooLarge(fileName);
        }
    }

    private async Task<byte[]> BytesAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var limit = _options.MaxFileBytes;
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw TooLarge(name);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.Length > 0 ? bytes.ToArray() : throw Empty(name);
    }

    private ForumQAException TooLarge(string name) => new(
        "file-too-large",
        $"'{name}' is larger than {_options.MaxFileBytes:N0} bytes. Split it, or raise {IngestionOptions.SectionName}:{nameof(IngestionOptions.MaxFileBytes)}.");

    private static ForumQAException Empty(string name) => new("file-empty", $"'{name}' holds no text. Put text into it, or remove it from the corpus.");
}
