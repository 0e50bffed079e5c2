using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace ForumQA.Ingestion;

/// <summary>Reads Word documents (.docx).</summary>
internal sealed class WordReader : IDocumentReader
{
    /// <summary>The XML of a thousand pages has some ten million characters; its elements take up some thirty times as much memory.</summary>
    private const long MaxCharactersInPart = 30_000_000;

    /// <summary>XML that people wrote packs into a tenth to a thirtieth. What packs better by far is one thing over and over, made to be unpacked.</summary>
    private const long MostTimesPacked = 200;

    private const long SmallPart = 5_000_000;

    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            RequireModest(file);
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var package = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart });
            return Task.FromResult(Read(package, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // The package and its XML parts fail in a dozen ways, all of which mean the same to a reader.
            throw new ForumQAException(
                "word-invalid",
                $"'{file.Name}' is not a readable Word document: it is damaged, protected by a password, or of the old .doc kind. "
                + "Open it in Word or LibreOffice, and save it as .docx without a password.",
                e);
        }
    }

    private static void RequireModest(SourceFile file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.Bytes, writable: false));
        if (zip.Entries.Any(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Length > SmallPart
            && (entry.Length > MaxCharactersInPart || entry.Length > MostTimesPacked * entry.CompressedLength)))
        {
            throw new ForumQAException(
                "word-too-large", $"'{file.Name}' unpacks into more than {MaxCharactersInPart / 1_000_000} MB of XML, or into hundreds of times its size. Split it, or save it as .txt or .pdf.");
        }
    }

    private static SourceContent Read(WordprocessingDocument package, CancellationToken cancellationToken)
    {
        var main = package.MainDocumentPart;
        var writer = new BlockWriter();
        var title = package.PackageProperties.Title;
        if (main?.Document?.Body is { } body)
        {
            var blocks = new WordBlocks(main, writer);
            blocks.Write(body, cancellationToken);
            blocks.WriteNotes();
            title = DeclaredTitle.OrNull(title) ?? blocks.Title;
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.PackageProperties.Creator is { Length: > 0 } author)
        {
            metadata["author"] = author;
        }

        return new SourceContent { Blocks = writer.ToBlocks(), Title = title, Metadata = metadata };
    }
}
