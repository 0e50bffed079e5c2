using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ForumQA.Ingestion;

/// <summary>Finds the part of a web page that people come to read.</summary>
internal static partial class MainContent
{
    /// <summary>Elements that hold no content of the page, wherever they stand.</summary>
    private const string Never =
        "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, button, input, select, textarea, dialog, nav, aside, "
        + "[hidden], [aria-hidden='true'], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], "
        + "[role=alertdialog], [role=menu], [role=menubar], [role=toolbar], body > header, body > footer, body > div > footer, body > div > header:not(:has(h1))";

    /// <summary>An element with more of the page's words than this is content, whatever its class says.</summary>
    private const double ContentShare = 0.4;

    private const double ArticleShare = 0.25;

    /// <summary>The element to read, in a page from which navigation, notices and scripts are removed.</summary>
    public static IElement Of(IDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        foreach (var element in page.QuerySelectorAll(Never).Where(e => e != body).ToList())
        {
            element.Remove();
        }

        var lengths = TextLengths(body);
        var total = lengths.GetValueOrDefault(body);
        var needed = page.QuerySelectorAll("main, article, h1").SelectMany(e => e.GetAncestors().OfType<IElement>().Append(e)).ToHashSet();
        foreach (var element in lengths.Keys.Where(IsFurniture).ToList())
        {
            if (lengths[element] < total * ContentShare && !needed.Contains(element))
            {
                element.Remove();
            }
        }

        return Largest("main, [role=main]") ?? Largest("article") ?? body;

        IElement? Largest(string selector) =>
            page.QuerySelectorAll(selector).MaxBy(e => lengths.GetValueOrDefault(e)) is { } largest && lengths.GetValueOrDefault(largest) >= total * ArticleShare
                ? largest
                : null;
    }

    private static bool IsFurniture(IElement element) =>
        Furniture().IsMatch($"{element.ClassName} {element.Id}") || Hidden().IsMatch(element.GetAttribute("style") ?? string.Empty);

    /// <summary>How many characters of text each element holds; in one pass, since pages nest deep.</summary>
    private static Dictionary<IElement, int> TextLengths(IElement body)
    {
        var elements = body.QuerySelectorAll("*").Prepend(body).ToList();
        var lengths = elements.ToDictionary(e => e, e => e.ChildNodes.OfType<IText>().Sum(t => t.Data.AsSpan().Trim().Length));
        for (var i = elements.Count - 1; i > 0; i--)
        {
            lengths[elements[i].ParentElement!] += lengths[elements[i]];
        }

        return lengths;
    }

    /// <summary>Words of class names and ids, whole between their separators.</summary>
    [GeneratedRegex(@"(?<![a-z])(cookies?|cookie-?(banner|notice|consent|bar)|consent|gdpr|share|sharing|social|share-?buttons?|newsletter|subscribe|subscription|breadcrumbs?|related|related-?(posts?|articles?|stories)|recommended|recommendations|comments?|disqus|sidebar|advert|adverts|advertisement|ads?|sponsored|promo|popup|modal|overlay|pagination|pager|skip-?(link|nav)|site-?(header|footer|nav)|navbar|navigation|menu|toolbar|footer|masthead)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
