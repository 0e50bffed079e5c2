using nietras.SeparatedValues;

namespace ForumQA.Ingestion.Sheets;

/// <summary>Reads tables of separated values (.csv, .tsv), whichever character separates them.</summary>
internal sealed class CsvReader : IDocumentReader
{
    private const int LinesLookedAt = 100;

    private const string Declaration = "sep=";

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = TextDecoder.Decode(file);
        try
        {
            var grid = new Grid(file.Name);
            var (separator, values) = Declared(text) ?? (SeparatorOf(text), text);
            using var rows = Sep.New(separator).Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(values);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                grid.Add(row.RowIndex + 1, Cells(row));
            }

            var writer = new BlockWriter();
            grid.Write(writer);
            return Task.FromResult(new SourceContent { Blocks = writer.ToBlocks(), Title = TitleFinder.FromName(file.Name) });
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // Sep gives up on a row of some 16 million characters; quotation marks that are never closed it bears with.
            throw new ForumQAException(
                "csv-invalid", $"'{file.Name}' is not a readable table of separated values: a row is too long for one. Open it in a spreadsheet program and save it again, or rename it to .txt.", e);
        }
    }

    /// <summary>Excel's <c>sep=;</c> as the first line, which says what separates the values and is none itself; null when there is none.</summary>
    private static (char Separator, string Values)? Declared(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = (end < 0 ? text : text.AsSpan(0, end)).Trim('"');
        return line.Length == Declaration.Length + 1 && line.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) && Separators.AsSpan().Contains(line[^1])
            ? (line[^1], end < 0 ? string.Empty : text[end..].TrimStart('\r', '\n'))
            : null;
    }

    /// <summary>The one that most lines hold equally often: the first line may be the table's name.</summary>
    private static char SeparatorOf(string text)
    {
        var lines = text.Split('\n', LinesLookedAt + 1).Take(LinesLookedAt).ToList();
        return Separators.MaxBy(separator => lines.Select(line => line.Count(separator)).Where(count => count > 0).GroupBy(count => count).Max(equal => (int?)equal.Count()) ?? 0);
    }

    private static List<(int Column, string Text)> Cells(SepReader.Row row)
    {
        var cells = new List<(int Column, string Text)>(row.ColCount);
        for (var i = 0; i < row.ColCount; i++)
        {
            cells.Add((i, row[i].ToString()));
        }

        return cells;
    }
}
