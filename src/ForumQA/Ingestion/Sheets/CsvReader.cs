using nietras.SeparatedValues;

namespace ForumQA.Ingestion.Sheets;

/// <summary>Reads tables of separated values (.csv, .tsv), whichever character separates them.</summary>
internal sealed class CsvReader : IDocumentReader
{
    private const int LinesLookedAt = 100;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = TextDecoder.Decode(file);
        try
        {
            var grid = new Grid(file.Name);
            using var rows = Sep.New(SeparatorOf(text)).Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
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
