using ForumQA.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Brings the rows of a page into reading order: columns one after the other, tables row by row.</summary>
internal sealed class PdfLayout
{
    /// <summary>A distance this much wider than the usual one parts two blocks.</summary>
    private const double BlockGap = 1.3;

    /// <summary>The widest distance of lines, in heights, where too few follow each other to tell what is usual.</summary>
    private const double WidestLeading = 1.7;

    /// <summary>Fonts whose heights differ by more than this share are not of one block.</summary>
    private const double SameSize = 0.12;

    /// <summary>A first line is indented by at least this many heights, and by no more than that many.</summary>
    private const double SmallestIndent = 0.8;
    private const double WidestIndent = 4;

    /// <summary>Columns within columns, at most. Real pages have two.</summary>
    private const int Deepest = 4;

    private readonly List<PdfLine> _lines = [];
    private int _block;

    public static List<PdfLine> Of(IEnumerable<IReadOnlyList<PdfRow>> directions)
    {
        var layout = new PdfLayout();
        foreach (var rows in directions)
        {
            layout.Add(rows, 0);
        }

        return layout._lines;
    }

    private void Add(IReadOnlyList<PdfRow> rows, int depth)
    {
        var text = new List<PdfRow>();
        for (var i = 0; i < rows.Count;)
        {
            var band = depth < Deepest ? PdfBand.Grow(rows, i) : null;
            if (band is not null && band.IsText())
            {
                var above = band.TakeAbove(text);
                Flush(text);
                var cells = above.Concat(band.Rows).Select(band.Split).ToList();
                for (var column = 0; column < band.Columns; column++)
                {
                    Add(PdfRow.Of(cells.SelectMany(c => c[column])), depth + 1);
                }

                i = band.End;
            }
            else if (band is not null && band.TrimToTable())
            {
                i = AddTable(text, rows, band);
            }
            else
            {
                text.Add(rows[i++]);
            }
        }

        Flush(text);
    }

    private int AddTable(List<PdfRow> text, IReadOnlyList<PdfRow> rows, PdfBand band)
    {
        // A head may span columns that only the rows below it part.
        if (PdfBand.Grow(rows, band.Start + 1) is { } below && below.Columns > band.Columns && !below.IsText() && below.TrimToTable() && below.End >= band.End)
        {
            text.Add(rows[band.Start]);
            band = below;
        }

        PdfRow? head = null;
        if (text.Count > 0 && text[^1].Cells.Count > 1 && band.Rows.First().Y - text[^1].Y < 2.5 * text[^1].Size)
        {
            head = text[^1];
            text.RemoveAt(text.Count - 1);
        }

        Flush(text);
        _block++;
        if (head is not null)
        {
            _lines.Add(new PdfLine(_block, PdfTable.Row(head), head.Size, head.Right, IsTableRow: true));
        }

        var size = band.Rows.First().Size;
        _lines.AddRange(PdfTable.Rows(band).Select(row => new PdfLine(_block, row, size, band.Rows.First().Right, IsTableRow: true)));
        return band.End;
    }

    /// <summary>Parts lines of one column into blocks.</summary>
    private void Flush(List<PdfRow> rows)
    {
        var pitches = rows.Zip(rows.Skip(1), (a, b) => (b.Y - a.Y) / Math.Max(a.Size, b.Size)).Where(p => p < 2.5).Order().ToList();
        var leading = pitches.Count < 3 ? WidestLeading : Math.Min(pitches[pitches.Count / 2] * BlockGap, 2.5);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 0 || StartsBlock(rows, i, leading))
            {
                _block++;
            }

            _lines.Add(new PdfLine(_block, rows[i].Text, rows[i].Size, rows[i].Right));
        }

        rows.Clear();
    }

    private static bool StartsBlock(List<PdfRow> rows, int i, double leading)
    {
        var (row, before) = (rows[i], rows[i - 1]);
        if (row.Y - before.Y > leading * Math.Max(row.Size, before.Size)
            || Math.Abs(row.Size - before.Size) > SameSize * Math.Max(row.Size, before.Size)
            || row.Left >= before.Right || row.Right <= before.Left)
        {
            return true;
        }

        var indent = (row.Left - before.Left) / row.Size;
        return indent is > SmallestIndent and < WidestIndent
            && SentencePunctuation.EndsLine(before.Text[^1])
            && (i + 1 == rows.Count || (row.Left - rows[i + 1].Left) / row.Size > SmallestIndent);
    }
}
