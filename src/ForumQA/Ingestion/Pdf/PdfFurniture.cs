using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Removes running heads, running feet and page numbers: lines that come back at the edge of pages.</summary>
internal static partial class PdfFurniture
{
    /// <summary>How many lines at the top and at the bottom of a page may be furniture.</summary>
    private const int EdgeLines = 2;

    /// <summary>How far, in points, a line may move from page to page and still stand in one place.</summary>
    private const double SamePlace = 12;

    private const int LongestLine = 120;

    private static readonly Regex PageNumber = new(
        $@"^[\s\-–—|\[(]*({WordPattern.AnyIn("before a page number")}\s*)?(\d{{1,4}}|[ivxlc]{{1,7}})(\s*(/|{WordPattern.AnyIn("before the number of pages")})\s*\d{{1,4}})?\s*{WordPattern.AnyIn("after a page number")}?[\s\-–—|\])]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <param name="pages">The rows of each page from the top; changed.</param>
    public static void Remove(IReadOnlyList<List<PdfRow>> pages)
    {
        for (var i = 0; i < EdgeLines && pages.Count > 1; i++)
        {
            // The first running head stays: it may be the only place where the title stands.
            Drop(pages, rows => rows.FirstOrDefault(), keepFirst: true);
            Drop(pages, rows => rows.LastOrDefault(), keepFirst: false);
        }
    }

    private static void Drop(IReadOnlyList<List<PdfRow>> pages, Func<List<PdfRow>, PdfRow?> edge, bool keepFirst)
    {
        var candidates = pages.Select(edge).ToList();
        var needed = Math.Max(2, pages.Count / 3);
        var places = candidates.OfType<PdfRow>().Where(r => r.Text.Length <= LongestLine).GroupBy(r => Signature(r.Text))
            .ToDictionary(g => g.Key, g => g.Select(r => r.Y).Order().ElementAt(g.Count() / 2));
        var repeated = candidates.OfType<PdfRow>().Where(IsInPlace).GroupBy(r => Signature(r.Text)).Where(g => g.Count() >= needed).Select(g => g.Key).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            if (candidates[i] is { } row && repeated.Contains(Signature(row.Text)) && IsInPlace(row)
                && !(keepFirst && seen.Add(Signature(row.Text)) && row.Text.Any(char.IsLetter) && !PageNumber.IsMatch(row.Text)))
            {
                pages[i].Remove(row);
            }
        }

        // A page number may also follow the end of a short page.
        bool IsInPlace(PdfRow row) =>
            places.TryGetValue(Signature(row.Text), out var y) && (Math.Abs(row.Y - y) <= SamePlace || PageNumber.IsMatch(row.Text));
    }

    /// <summary>The line with every number as <c>#</c>; all page numbers are alike.</summary>
    private static string Signature(string line) => PageNumber.IsMatch(line) ? "#" : Digits().Replace(line, "#").ToUpperInvariant();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
