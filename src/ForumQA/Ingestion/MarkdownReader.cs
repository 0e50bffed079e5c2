using Markdig;

namespace ForumQA.Ingestion;

/// <summary>Reads Markdown with optional front matter.</summary>
internal sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseTaskLists().UseDefinitionLists().UseEmphasisExtras().Build();

    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var front = FrontMatter.Split(file.Name, TextDecoder.Decode(file));
        var metadata = front.Values;
        metadata.Remove("title", out var title);
        metadata.Remove("url", out var url);
        metadata.Remove("uri", out var uri);
        return Task.FromResult(new SourceContent
        {
            Blocks = Blocks(file.Name, front.Body),
            Title = title,
            Uri = uri ?? url,
            Metadata = metadata,
        });
    }

    private static IReadOnlyList<Block> Blocks(string fileName, string markdown)
    {
        try
        {
            var writer = new BlockWriter();
            new MarkdownBlocks(fileName, writer).Write(Markdown.Parse(markdown, Pipeline));
            return writer.ToBlocks();
        }
        catch (ArgumentException e)
        {
            // Markdig stops at a depth of nesting that no author reaches.
            throw new ForumQAException(
                "markdown-invalid", $"'{fileName}' nests lists or quotations too deeply to be read as Markdown. Flatten it, or rename it to .txt.", e);
        }
    }
}
