using System.Text;

namespace ForumQA.Ingestion;

/// <summary>Makes a document with canonical text and offsets from what a reader found.</summary>
internal static class DocumentAssembler
{
    public static Document Assemble(string documentId, string fileName, SourceContent content)
    {
        var text = new StringBuilder();
        var headings = new List<DocumentHeading>();
        var pages = new List<DocumentPage>();
        var blocks = new List<Block>(content.Blocks.Count);
        foreach (var block in content.Blocks)
        {
            var start = text.Length == 0 ? 0 : text.Length + 2;
            var body = Append(text, block, pages);
            if (body.Length == 0)
            {
                continue;
            }

            blocks.Add(block with { Text = body });
            if (block.IsHeading)
            {
                headings.Add(new DocumentHeading(start, text.Length, block.HeadingLevel, body));
            }
        }

        return new Document
        {
            Id = documentId,
            Title = Line(content.Title) ?? TitleFinder.Find(blocks, fileName),
            Uri = Line(content.Uri) ?? documentId,
            Text = text.ToString(),
            Metadata = Clean(content.Metadata, blocks),
            Headings = headings,
            Pages = pages,
        };
    }

    /// <summary>Appends the block, with its pages, and returns its canonical text.</summary>
    private static string Append(StringBuilder text, Block block, List<DocumentPage> pages)
    {
        var body = new StringBuilder();
        var separator = text.Length == 0 ? string.Empty : "\n\n";
        var page = block.Page ?? 0;
        foreach (var part in block.Text.Split('\f'))
        {
            var clean = block.IsHeading ? TextNormalizer.NormalizeLine(part) : TextNormalizer.Normalize(part);
            if (clean.Length > 0)
            {
                body.Append(body.Length > 0 ? " " : string.Empty);
                if (block.Page is not null && (pages.Count == 0 || pages[^1].Number < page))
                {
                    pages.Add(new DocumentPage(text.Length + separator.Length + body.Length, page));
                }

                body.Append(clean);
            }

            page++;
        }

        if (body.Length > 0)
        {
            text.Append(separator).Append(body);
        }

        return body.ToString();
    }

    private static SortedDictionary<string, string> Clean(IReadOnlyDictionary<string, string> found, List<Block> blocks)
    {
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in found)
        {
            if (Line(name) is { } key && Line(value) is { } words)
            {
                metadata[key] = words;
            }
        }

        // The credit stays in the text too: it can then be cited, and no line is lost on a wrong guess.
        if (!metadata.ContainsKey("source") && SourceCredit.Find(blocks) is { } credit)
        {
            metadata["source"] = credit;
        }

        return metadata;
    }

    private static string? Line(string? text)
    {
        var line = text is null ? string.Empty : TextNormalizer.NormalizeLine(text);
        return line.Length == 0 ? null : line;
    }
}
