using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ForumQA.Ingestion;

/// <summary>Parses HTML, however it was written.</summary>
internal static partial class HtmlPage
{
    /// <summary>Parsing takes time with the square of how deep elements nest; no browser nests deeper than some hundreds.</summary>
    private const int Deepest = 20_000;

    /// <summary>Elements that hold nothing, or that the next one of their kind closes.</summary>
    private static readonly HashSet<string> Shallow = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt",
        "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    };

    /// <param name="fileName">For messages.</param>
    /// <param name="html">The page, or a part of one.</param>
    /// <exception cref="ForumQAException">It nests deeper than any page does.</exception>
    public static IHtmlDocument Parse(string fileName, string html) => new HtmlParser().ParseDocument(Checked(fileName, html));

    /// <inheritdoc cref="Parse"/>
    public static Task<IHtmlDocument> ParseAsync(string fileName, string html, CancellationToken cancellationToken) => new HtmlParser().ParseDocumentAsync(Checked(fileName, html), cancellationToken);

    private static string Checked(string fileName, string html)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index + 1, tag.Length - 1);
            var isEnd = name[0] == '/';
            if (!Shallow.GetAlternateLookup<ReadOnlySpan<char>>().Contains(isEnd ? name[1..] : name))
            {
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            }

            if (depth > Deepest)
            {
                throw new ForumQAException("html-invalid", $"'{fileName}' nests elements of HTML more than {Deepest:N0} deep, which no page does. Close them, or save it as plain text.");
            }
        }

        return Part(html);
    }

    /// <summary>AngleSharp 1.10 looks behind each &lt;pre&gt; for a line break by a call of itself: some thousands without anything between them end the process.</summary>
    private static string Part(string html) => BeforePre().Replace(html, ">\n");

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@">(?=<(?:pre|listing)[\s/>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforePre();
}
