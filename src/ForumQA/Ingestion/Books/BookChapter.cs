using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ForumQA.Ingestion.Books;

/// <summary>Reads a chapter of a book, which is a page of HTML without anything around the text.</summary>
internal static partial class BookChapter
{
    private const string Never = "script, style, noscript, template, svg, nav, audio, video, [hidden]";

    /// <param name="chapter">The name of the book, for messages, and the bytes of the chapter.</param>
    /// <param name="writer">Takes its blocks.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task WriteAsync(SourceFile chapter, BlockWriter writer, CancellationToken cancellationToken)
    {
        if (chapter.Bytes.Length == 0)
        {
            return;
        }

        var html = Empty().Replace(TextDecoder.Decode(chapter), "<${name}${attributes}></${name}>");
        using var page = await HtmlPage.ParseAsync(chapter.Name, html, cancellationToken).ConfigureAwait(false);
        foreach (var element in page.QuerySelectorAll(Never).ToList())
        {
            element.Remove();
        }

        MarkNotes(page);
        if (page.Body is { } body)
        {
            HtmlBlocks.Write(body, writer);
            writer.EndLines();
        }
    }

    /// <summary>The raised number of a note would be read as a part of the number or word before it.</summary>
    private static void MarkNotes(IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll("a").ToList())
        {
            var isNote = Is(link, "noteref") || link.GetAttribute("href")?.StartsWith('#') == true && Notes(link) is { } note && note.TextContent.AsSpan().TrimStart().StartsWith(link.TextContent.Trim(), StringComparison.Ordinal);
            if (isNote && NumberOfNote().IsMatch(link.TextContent.Trim()))
            {
                link.TextContent = Notes(link) is null ? $"[{link.TextContent.Trim()}]" : $"[{link.TextContent.Trim()}] ";
            }
        }
    }

    /// <summary>The note that it stands in; null when it stands in none.</summary>
    private static IElement? Notes(IElement link)
    {
        for (var element = link.ParentElement; element is not null; element = element.ParentElement)
        {
            if (Is(element, "footnote") || Is(element, "endnote") || Is(element, "rearnote"))
            {
                return element;
            }
        }

        return null;
    }

    private static bool Is(IElement element, string kind) =>
        element.GetAttribute("epub:type")?.Split(' ').Contains(kind, StringComparer.Ordinal) == true || element.GetAttribute("role") == $"doc-{kind}";

    [GeneratedRegex(@"^(?:[0-9]{1,4}|[ivxlc]{1,6}|[a-z*†‡])$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfNote();

    /// <summary>XML may close an element where it opens it; in HTML such a title or script would swallow the page.</summary>
    [GeneratedRegex(@"<(?<name>title|script|style|textarea|iframe|noscript|template)(?<attributes>[^<>]{0,1000})/>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Empty();
}
