using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ForumQA.Ingestion;

/// <summary>Reads the main content of web pages.</summary>
internal sealed partial class HtmlReader : IDocumentReader
{
    private const int CharsetSearchedIn = 4096;

    private static readonly (string Name, string Selector, string Attribute)[] Sources =
    [
        ("author", "meta[name='author' i], meta[property='article:author'], meta[name='dc.creator' i]", "content"),
        ("date", "meta[property='article:published_time'], meta[name='date' i], meta[name='pubdate' i], meta[itemprop='datePublished'], meta[name='dc.date' i]", "content"),
        ("date", "article time[datetime], main time[datetime]", "datetime"),
        ("publisher", "meta[property='og:site_name'], meta[name='publisher' i], meta[name='dc.publisher' i]", "content"),
        ("lang", "html[lang]", "lang"),
    ];

    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm"];

    public async Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        var declared = Charset().Match(Encoding.Latin1.GetString(file.Bytes.AsSpan(0, Math.Min(file.Bytes.Length, CharsetSearchedIn))));
        var html = TextDecoder.Decode(file, declared.Success ? declared.Groups["name"].Value : null);
        using var page = await HtmlPage.ParseAsync(file.Name, html, cancellationToken);

        // Before pruning: the head names what the page shows.
        var metadata = Metadata(page);
        var declaredTitle = Attribute(page, "meta[property='og:title']", "content") ?? page.Title;
        var uri = Attribute(page, "link[rel='canonical']", "href") ?? Attribute(page, "meta[property='og:url']", "content");

        var main = MainContent.Of(page);
        var writer = new BlockWriter();
        HtmlBlocks.Write(main, writer);
        return new SourceContent
        {
            Blocks = WebFurniture.Trim(writer.ToBlocks()),
            Title = Title(declaredTitle, main.QuerySelector("h1")?.TextContent),
            Uri = uri is not null && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? uri : null,
            Metadata = metadata,
        };
    }

    /// <summary>A declared title that only adds the site's name to the heading gives way to the heading.</summary>
    private static string? Title(string? declared, string? heading)
    {
        var title = TextNormalizer.NormalizeLine(declared ?? string.Empty);
        var first = TextNormalizer.NormalizeLine(heading ?? string.Empty);
        return title.Length == 0 || (first.Length > 0 && title.Contains(first, StringComparison.OrdinalIgnoreCase)) ? NullIfEmpty(first) : title;
    }

    private static Dictionary<string, string> Metadata(IDocument page)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, selector, attribute) in Sources)
        {
            if (Attribute(page, selector, attribute) is { } value)
            {
                metadata.TryAdd(name, value);
            }
        }

        return metadata;
    }

    private static string? Attribute(IDocument page, string selector, string attribute) =>
        NullIfEmpty(page.QuerySelector(selector)?.GetAttribute(attribute)?.Trim());

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[\w\-:]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
