namespace ForumQA.Ingestion;

/// <summary>Reads PDF files with poppler's <c>pdftotext</c>.</summary>
internal sealed class PdfReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public async Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        // Viewers accept a few bytes before the mark, so we do.
        if (file.Bytes.AsSpan(0, Math.Min(file.Bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            throw new ForumQAException("pdf-invalid", $"'{file.Name}' is not a PDF file. Give it the extension of its format, or export it as PDF again.");
        }

        var layout = await PdfToText.RunAsync(file, options.PdfTimeLimit, cancellationToken);
        var blocks = PdfBlocks.Of(layout);
        if (blocks.Count == 0)
        {
            throw new ForumQAException(
                "pdf-without-text", $"'{file.Name}' holds no text, only images of pages. Recognise its text first, for example: ocrmypdf input.pdf output.pdf");
        }

        return new SourceContent { Blocks = blocks, Title = DeclaredTitle.OrNull(layout.Title) };
    }
}
