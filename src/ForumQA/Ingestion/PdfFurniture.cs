using System.Text.RegularExpressions;

namespace ForumQA.Ingestion;

/// <summary>Removes running heads, running feet and page numbers: lines that come back at the edge of pages.</summary>
internal static partial class PdfFurniture
{
    /// <summary>How many lines at the top and at the bottom of a page may be furniture.</summary>
    private const int EdgeLines = 2;

    public static List<List<PdfLine>> Trim(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var trimmed = pages.Select(p => p.Where(l => l.Text.Length > 0).ToList()).ToList();
        if (trimmed.Count > 1)
        {
            for (var i = 0; i < EdgeLines; i++)
            {
                // The first running head stays: it may be the only place where the title stands.
                Drop(trimmed, lines => lines.MinBy(l => l.Top), keepFirst: true);
                Drop(trimmed, lines => lines.MaxBy(l => l.Top), keepFirst: false);
            }
        }

        return trimmed;
    }

    private static void Drop(List<List<PdfLine>> pages, Func<List<PdfLine>, PdfLine?> edge, bool keepFirst)
    {
        var candidates = pages.Select(edge).ToList();
        var needed = Math.Max(2, pages.Count / 3);
        var repeated = candidates.OfType<PdfLine>().Where(l => l.Text.Length <= 120).GroupBy(Signature).Where(g => g.Count() >= needed).Select(g => g.Key).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            if (candidates[i] is { } line && repeated.Contains(Signature(line)) && !(keepFirst && seen.Add(Signature(line)) && line.Text.Any(char.IsLetter) && !PageNumber().IsMatch(line.Text)))
            {
                pages[i].Remove(line);
            }
        }
    }

    /// <summary>The line with every number as <c>#</c>; all page numbers are alike.</summary>
    private static string Signature(PdfLine line) => PageNumber().IsMatch(line.Text) ? "#" : Digits().Replace(line.Text, "#").ToUpperInvariant();

    [GeneratedRegex(@"^[\s\-–—|\[(]*((page|seite|p\.|s\.|第)\s*)?(\d{1,4}|[ivxlc]{1,7})(\s*(/|of|von|de|sur)\s*\d{1,4})?\s*(页|頁|ページ)?[\s\-–—|\])]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
