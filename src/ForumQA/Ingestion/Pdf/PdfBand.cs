namespace ForumQA.Ingestion.Pdf;

/// <summary>Rows that leave the same gutters free: columns of text, or a table.</summary>
internal sealed class PdfBand
{
    /// <summary>A gutter is at least this share of the font's height wide.</summary>
    private const double NarrowestGutter = 0.5;

    /// <summary>A line of running text is at least so many heights wide, and so much of its column.</summary>
    private const double ProseWidth = 8;
    private const double ProseFill = 0.6;

    /// <summary>Lines of running text follow each other at no more than this many heights, a table's rows mostly at more.</summary>
    private const double ProseLeading = 1.7;

    /// <summary>What stands beside one row in so many is no column: a note in the margin, a page number.</summary>
    private const int FewLines = 10;

    /// <summary>A first line is indented by no more heights.</summary>
    private const double WidestIndent = 4;

    /// <summary>A table ends where it leaves so many heights free.</summary>
    private const double TableBreak = 3.5;

    private readonly IReadOnlyList<PdfRow> _rows;
    private List<Gutter> _gutters;

    private PdfBand(IReadOnlyList<PdfRow> rows, int start)
    {
        (_rows, Start, End) = (rows, start, start + 1);
        _gutters = [.. Gaps(rows[start])];
    }

    public int Start { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; private set; }

    public int Columns => _gutters.Count + 1;

    public IEnumerable<PdfRow> Rows => _rows.Skip(Start).Take(End - Start);

    /// <summary>The rows from <paramref name="start"/> on that leave its gutters free; null when they are lines of one column.</summary>
    public static PdfBand? Grow(IReadOnlyList<PdfRow> rows, int start)
    {
        if (rows[start].Cells.Count < 2)
        {
            return null;
        }

        var band = new PdfBand(rows, start);
        while (band.End < rows.Count && band.Takes(rows[band.End]))
        {
            band.End++;
        }

        band._gutters = [.. band.Free()];
        return band.Rows.Count(row => band.Split(row).Count(cell => cell.Count > 0) > 1) > 1 ? band : null;
    }

    /// <summary>The row's words in each column.</summary>
    public List<List<PdfWord>> Split(PdfRow row)
    {
        var cells = Enumerable.Range(0, Columns).Select(_ => new List<PdfWord>()).ToList();
        foreach (var word in row.Words)
        {
            cells[_gutters.Count(g => g.Middle < (word.Left + word.Right) / 2)].Add(word);
        }

        return cells;
    }

    /// <summary>
    /// Takes the lines of a later column that begins higher than the first, where nothing stands beside them to tell a gutter: a heading over the first
    /// column keeps it lower. What they are taken from is read before all columns, which would tear them from their paragraph.
    /// </summary>
    /// <param name="before">The rows before the band; those taken are removed.</param>
    public List<PdfRow> TakeAbove(List<PdfRow> before)
    {
        var rows = Rows.ToList();
        var split = rows.ConvertAll(Split);
        var tops = Enumerable.Range(0, Columns).Select(column => rows[Math.Max(0, split.FindIndex(cells => cells[column].Count > 0))]).ToArray();
        var lefts = Enumerable.Range(0, Columns).Select(column => split.SelectMany(cells => cells[column]).Select(word => word.Left).DefaultIfEmpty(double.MaxValue).Min()).ToArray();
        var (first, taken) = (before.Count, before.Count);
        while (first > 0 && before[first - 1] is var row && ColumnOf(row) is { } column)
        {
            var distance = tops[column].Y - row.Y;
            if (column == 0 ? distance > TableBreak * row.Size : distance > ProseLeading * row.Size || Math.Abs(row.Left - lefts[column]) > WidestIndent * row.Size)
            {
                break;
            }

            first--;
            tops[column] = row;
            taken = column > 0 ? first : taken;
        }

        var above = before[taken..];
        before.RemoveRange(taken, before.Count - taken);
        return above;
    }

    /// <summary>The only column that the row stands in; null when it stands in several, or reaches over a gutter.</summary>
    private int? ColumnOf(PdfRow row)
    {
        var cells = Split(row);
        return cells.Count(cell => cell.Count > 0) == 1 && row.Words.All(word => _gutters.All(gutter => word.Right <= gutter.Left || word.Left >= gutter.Right))
            ? cells.FindIndex(cell => cell.Count > 0)
            : null;
    }

    /// <summary>Whether each column is to be read from top to bottom: lines that fill it.</summary>
    public bool IsText()
    {
        var rows = Rows.ToList();
        var pitches = rows.Zip(rows.Skip(1), (a, b) => (b.Y - a.Y) / Math.Max(a.Size, b.Size)).Order().ToList();
        if (rows.Count < 3 || pitches[pitches.Count / 2] > ProseLeading)
        {
            return false;
        }

        var split = rows.ConvertAll(Split);
        return Enumerable.Range(0, Columns).All(column =>
        {
            var lines = split.Select(cells => cells[column]).Where(cell => cell.Count > 0).ToList();
            if (lines.Count * FewLines < rows.Count)
            {
                return true;
            }

            var width = lines.Max(l => l.Max(w => w.Right)) - lines.Min(l => l[0].Left);
            return lines.Count(l => Width(l) >= ProseWidth * l[0].Size && Width(l) >= ProseFill * width) * 2 >= lines.Count;
        });

        static double Width(List<PdfWord> line) => line.Max(w => w.Right) - line[0].Left;
    }

    /// <summary>Leaves to the text below what is far away, and lines that stand in the first column alone.</summary>
    public bool TrimToTable()
    {
        for (var i = Start + 1; i < End; i++)
        {
            if (_rows[i].Y - _rows[i - 1].Y > TableBreak * Math.Max(_rows[i].Size, _rows[i - 1].Size))
            {
                End = i;
            }
        }

        while (End > Start && Split(_rows[End - 1]).Skip(1).All(cell => cell.Count == 0))
        {
            End--;
        }

        return End - Start > 1;
    }

    private bool Takes(PdfRow row)
    {
        var left = new List<Gutter>();
        foreach (var gutter in _gutters)
        {
            if (gutter.Without(row.Words) is { } free && free.Right - free.Left >= NarrowestGutter * row.Size)
            {
                left.Add(free);
            }
            else if (Rows.Count(r => r.Left < gutter.Left && r.Right > gutter.Right && r.Words.All(w => w.Right <= gutter.Left || w.Left >= gutter.Right)) > 1)
            {
                return false;
            }
        }

        if (left.Count == 0)
        {
            return false;
        }

        _gutters = left;
        return true;
    }

    /// <summary>What all rows leave free; also what the first, such as a head over several columns, does not.</summary>
    private IEnumerable<Gutter> Free()
    {
        var narrowest = (End - Start > 3 ? NarrowestGutter : PdfRow.CellGap) * _rows[Start].Size;
        var right = double.MaxValue;
        foreach (var word in Rows.SelectMany(r => r.Words).OrderBy(w => w.Left))
        {
            if (word.Left - right >= narrowest || _gutters.Any(g => right <= g.Left && word.Left >= g.Right))
            {
                yield return new Gutter(right, word.Left);
            }

            right = right is double.MaxValue ? word.Right : Math.Max(right, word.Right);
        }
    }

    private static IEnumerable<Gutter> Gaps(PdfRow row) =>
        row.Cells.Zip(row.Cells.Skip(1), (a, b) => new Gutter(a.Max(w => w.Right), b[0].Left));

    private readonly record struct Gutter(double Left, double Right)
    {
        public double Middle => (Left + Right) / 2;

        /// <summary>The widest part that the words leave free; null when nothing is left.</summary>
        public Gutter? Without(IReadOnlyList<PdfWord> words)
        {
            var widest = default(Gutter);
            var from = Left;
            var end = Right;
            foreach (var word in words.Where(w => w.Right > from && w.Left < end))
            {
                widest = Wider(widest, new Gutter(from, word.Left));
                from = Math.Max(from, word.Right);
            }

            widest = Wider(widest, new Gutter(from, end));
            return widest.Right > widest.Left ? widest : null;
        }

        private static Gutter Wider(Gutter a, Gutter b) => b.Right - b.Left > a.Right - a.Left ? b : a;
    }
}
