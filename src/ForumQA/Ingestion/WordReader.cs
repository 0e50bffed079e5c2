using DocumentFormat.OpenXml.Packaging;

namespace ForumQA.Ingestion;

/// <summary>Reads Word documents (.docx).</summary>
internal sealed class WordReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            PackedFile.RequireModest(file, "word-too-large");
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var package = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = PackedFile.MostCharacters });
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
