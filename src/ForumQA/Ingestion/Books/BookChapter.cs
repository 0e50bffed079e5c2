using System.Text.RegularExpressions;

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

        if (page.Body is { } body)
        {
            HtmlBlocks.Write(body, writer);
            writer.EndLines();
        }
    }

    /// <summary>XML may close an element where it opens it; in HTML such a title or script would swallow the page.</summary>
    [GeneratedRegex(@"<(?<name>title|script|style|textarea|iframe|noscript|template)(?<attributes>[^<>]{0,1000})/>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Empty();
}
