namespace ForumQA.Ingestion.Pdf;

/// <summary>Writes the rows of a table, each with its cells together, also those that are wrapped.</summary>
internal static class PdfTable
{
    /// <summary>A row that follows at less than this share of the table's usual distance goes on from the one before.</summary>
    private const double WrapPitch = 0.8;

    private const string Cells = " | ";

    public static IEnumerable<string> Rows(PdfBand band)
    {
        var rows = band.Rows.ToList();
        var pitches = rows.Zip(rows.Skip(1), (a, b) => b.Y - a.Y).Order().ToList();
        var usual = pitches.Count == 0 ? 0 : pitches[pitches.Count / 2];
        List<string>? open = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = band.Split(rows[i]).ConvertAll(words => words.Count == 0 ? string.Empty : PdfRow.TextOf(words));
            if (open is not null && (IsWrapped(cells, open) || rows[i].Y - rows[i - 1].Y < usual * WrapPitch))
            {
                for (var c = 0; c < cells.Count; c++)
                {
                    open[c] = open[c].Length == 0 || cells[c].Length == 0 ? open[c] + cells[c] : open[c] + Paragraphs.Separator(open[c], cells[c]) + cells[c];
                }

                continue;
            }

            if (open is not null)
            {
                yield return Row(open);
            }

            open = cells;
        }

        if (open is not null)
        {
            yield return Row(open);
        }
    }

    /// <summary>The cells of a row that belongs to no column grid, such as a head above it.</summary>
    public static string Row(PdfRow row) => string.Join(Cells, row.Cells.Select(PdfRow.TextOf));

    /// <summary>Whether the row has nothing of its own: no first cell, few others, all words, and each below a cell that is filled.</summary>
    private static bool IsWrapped(List<string> cells, List<string> above)
    {
        var filled = cells.Index().Where(c => c.Item.Length > 0).ToList();
        return cells[0].Length == 0
            && (filled.Count == 1 || filled.Count < cells.Count - 1)
            && filled.All(c => above[c.Index].Length > 0 && !c.Item.Any(char.IsAsciiDigit));
    }

    private static string Row(List<string> cells) =>
        cells.Count(c => c.Length > 0) == 1 ? cells.Single(c => c.Length > 0) : string.Join(Cells, cells).TrimEnd();
}
