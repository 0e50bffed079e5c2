namespace ForumQA.Ingestion;

/// <summary>Reads plain text, much of it saved from the web.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = TextDecoder.Decode(file);
        var lines = text.ReplaceLineEndings("\n").Replace('\f', '\n').Split('\n');
        return Task.FromResult(new SourceContent
        {
            Blocks = IndentedText.IsManual(lines) ? IndentedText.Of(lines) : HeadingLines.Mark(WebFurniture.Trim(Paragraphs.Of(text))),
        });
    }
}
