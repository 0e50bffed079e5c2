namespace ForumQA.Ingestion;

/// <summary>Reads plain text, much of it saved from the web.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var blocks = WebFurniture.Trim(Paragraphs.Of(TextDecoder.Decode(file)));
        return Task.FromResult(new SourceContent { Blocks = HeadingLines.Mark(blocks) });
    }
}
