namespace ForumQA.Ingestion.Sheets;

/// <summary>The filled cells of a sheet, and the tables that lie in it: rows that follow each other without an empty one between.</summary>
/// <param name="fileName">For messages.</param>
internal sealed class Grid(string fileName)
{
    /// <summary>An area with fewer filled cells than one in so many is no table, and its cells keep no places.</summary>
    private const int Sparse = 20;

    /// <summary>Cells that are filled from those they are merged with.</summary>
    private const int MostFilledDown = 50_000;

    private const int HeadingLevel = 2;

    private readonly List<GridRow> _rows = [];
    private long _characters;
    private int _filledDown;

    /// <param name="number">The row's number; raised when it is not above that of the row before.</param>
    /// <param name="cells">The filled cells with the numbers of their columns, in any order.</param>
    public void Add(int number, IEnumerable<(int Column, string Text)> cells)
    {
        var filled = new List<(int Column, string Text)>();
        foreach (var (column, text) in cells)
        {
            // One text that many cells share counts as often as it is written.
            _characters += text.Length;
            if (_characters > PackedFile.MostCharacters)
            {
                throw PackedFile.TooLarge(fileName, "sheet-too-large");
            }

            if (TextNormalizer.NormalizeLine(text) is { Length: > 0 } clean)
            {
                filled.Add((column, clean));
            }
        }

        var last = _rows.Count > 0 ? _rows[^1].Number : 0;
        _rows.Add(new GridRow(Math.Max(number, last + 1), [.. filled.DistinctBy(cell => cell.Column).OrderBy(cell => cell.Column)]));
    }

    /// <summary>Writes what stands once, in cells that are merged, into each of the rows it is said of.</summary>
    public void FillDown(int column, int firstRow, int lastRow)
    {
        var at = _rows.BinarySearch(new GridRow(firstRow, []), GridRow.ByNumber);
        var text = at >= 0 ? _rows[at].Cells.Find(cell => cell.Column == column).Text : null;
        if (text is null)
        {
            return;
        }

        for (var i = at + 1; i < _rows.Count && _rows[i].Number <= lastRow && _filledDown++ < MostFilledDown; i++)
        {
            if (_rows[i].Cells.Count > 0 && !_rows[i].Cells.Exists(cell => cell.Column == column))
            {
                Add(_rows[i], column, text);
            }
        }
    }

    public void Write(BlockWriter writer)
    {
        var table = new List<GridRow>();
        foreach (var row in _rows)
        {
            if (row.Cells.Count == 0 || (table.Count > 0 && row.Number > table[^1].Number + 1))
            {
                Write(table, writer);
                table.Clear();
            }

            if (row.Cells.Count > 0)
            {
                table.Add(row);
            }
        }

        Write(table, writer);
    }

    private void Add(GridRow row, int column, string text)
    {
        _characters += text.Length;
        if (_characters > PackedFile.MostCharacters)
        {
            throw PackedFile.TooLarge(fileName, "sheet-too-large");
        }

        row.Cells.Insert(row.Cells.Count(cell => cell.Column < column), (column, text));
    }

    private static void Write(List<GridRow> rows, BlockWriter writer)
    {
        writer.EndLines();
        var head = rows.FindIndex(row => row.Cells.Count > 1);
        foreach (var row in head < 0 ? rows : rows[..head])
        {
            WriteAlone(row.Cells[0].Text, isOverTable: head >= 0, writer);
        }

        if (head >= 0)
        {
            WriteTable(rows[head..], writer);
        }

        writer.EndLines();
    }

    /// <summary>A row with one cell: the name of the table below it, a remark, or an item of a list.</summary>
    private static void WriteAlone(string text, bool isOverTable, BlockWriter writer)
    {
        if (isOverTable && LineShape.IsHeading(text))
        {
            writer.Heading(HeadingLevel, text);
        }
        else if (isOverTable || LineShape.IsProse(text))
        {
            writer.Paragraph(text);
        }
        else
        {
            writer.ListItem("-", text);
        }
    }

    private static void WriteTable(List<GridRow> rows, BlockWriter writer)
    {
        var columns = rows.SelectMany(row => row.Cells.Select(cell => cell.Column)).Distinct().Order().ToList();
        var places = columns.Index().ToDictionary(column => column.Item, column => column.Index);
        var isTable = (long)rows.Count * columns.Count <= Sparse * rows.Sum(row => (long)row.Cells.Count);
        foreach (var row in rows)
        {
            if (!isTable || (row.Cells.Count == 1 && row.Cells[0].Column == columns[0]))
            {
                writer.TableRow([.. row.Cells.Select(cell => cell.Text)]);
                continue;
            }

            var cells = new string[columns.Count];
            Array.Fill(cells, string.Empty);
            foreach (var (column, text) in row.Cells)
            {
                cells[places[column]] = text;
            }

            writer.TableRow(cells);
        }
    }

    /// <param name="Number">From 1.</param>
    /// <param name="Cells">The filled ones, from left to right.</param>
    private sealed record GridRow(int Number, List<(int Column, string Text)> Cells)
    {
        public static readonly Comparer<GridRow> ByNumber = Comparer<GridRow>.Create((a, b) => a.Number.CompareTo(b.Number));
    }
}
