namespace ForumQA.Ingestion;

/// <summary>Puts the cells of a table into their columns, row by row: what spans rows is written into each of them, as each says it; what spans columns stands in the first of them.</summary>
internal sealed class SpannedRows
{
    private readonly SortedDictionary<int, (string Text, int Rows)> _open = [];
    private readonly RepeatedText _repeated = new();

    /// <summary>A row of the table.</summary>
    /// <param name="cells">The cells as they are written, with how many columns and rows each spans, from 1.</param>
    public IReadOnlyList<string> Place(IReadOnlyList<(string Text, int Columns, int Rows)> cells)
    {
        var row = new List<string>();
        foreach (var (text, columns, rows) in cells)
        {
            FillDown(row);
            var first = row.Count;
            row.Add(text);

            // A cell that is alone in its row names the table; the columns it spans say nothing.
            for (var i = 1; i < Math.Min(columns, RepeatedText.MostColumns) && (cells.Count > 1 || _open.Count > 0); i++)
            {
                row.Add(string.Empty);
            }

            for (var column = first; rows > 1 && column < row.Count; column++)
            {
                _open[column] = (row[column], rows);
            }
        }

        FillDown(row);
        foreach (var (column, (text, rows)) in _open.ToList())
        {
            if (rows <= 1)
            {
                _open.Remove(column);
            }
            else
            {
                _open[column] = (text, rows - 1);
            }
        }

        return row;
    }

    /// <summary>Adds the cells from above that come next.</summary>
    private void FillDown(List<string> row)
    {
        while (_open.TryGetValue(row.Count, out var above))
        {
            row.Add(_repeated.Again(above.Text));
        }
    }
}
