using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ForumQA.Ingestion.Pdf;

/// <summary>The lines of a file's pages in reading order, without what is only there to find one's way.</summary>
/// <param name="Title">The title that the file declares; null when it declares none.</param>
/// <param name="Lines">The lines of each page.</param>
/// <param name="Unread">The numbers of the pages that are damaged.</param>
internal sealed record PdfPages(string? Title, IReadOnlyList<IReadOnlyList<PdfLine>> Lines, IReadOnlyList<int> Unread)
{

    public static PdfPages Read(byte[] file, PdfBudget budget)
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(budget) };
        using var document = PdfDocument.Open(file, options);
        document.AddPageFactory<PdfPageGlyphs, PdfTextPageFactory>();
        var pages = new List<List<List<PdfRow>>>();
        var unread = new List<int>();
        Exception? damage = null;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            budget.StartPage();
            try
            {
                pages.Add(Directions(document.GetPage<PdfPageGlyphs>(number).Glyphs));
            }
            catch (Exception e) when (e is not (OperationCanceledException or PdfBudgetException or PdfDocumentEncryptedException))
            {
                // One damaged page of a book is no reason to lose the others.
                unread.Add(number);
                pages.Add([]);
                damage = e;
            }

            budget.Check();
        }

        if (damage is not null && pages.TrueForAll(page => page.Count == 0))
        {
            throw damage;
        }

        PdfFurniture.Remove([.. pages.Select(p => p.FirstOrDefault() ?? [])]);
        return new PdfPages(document.Information.Title, [.. pages.Select(PdfLayout.Of)], unread);
    }

    /// <summary>The rows of each direction of writing; first that of most characters, such as the text of a page and then the stamp along its edge.</summary>
    private static List<List<PdfRow>> Directions(IReadOnlyList<PdfGlyph> glyphs) =>
        [.. glyphs.GroupBy(g => g.Angle).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => PdfRow.Of(PdfWords.Of(g))).Where(rows => rows.Count > 0)];
}
