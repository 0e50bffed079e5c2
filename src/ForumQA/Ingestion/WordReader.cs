using DocumentFormat.OpenXml.Packaging;

namespace ForumQA.Ingestion;

/// <summary>Reads Word documents (.docx).</summary>
internal sealed class WordReader : IDocumentReader
{
    private static readonly OfficeFile Office = new("word", "Word document", "Word", ".docx");

    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Office.Read(file, (stream, settings) => WordprocessingDocument.Open(stream, isEditable: false, settings), package => Read(package, cancellationToken)));
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

        return new SourceContent { Blocks = writer.ToBlocks(), Title = title };
    }
}
