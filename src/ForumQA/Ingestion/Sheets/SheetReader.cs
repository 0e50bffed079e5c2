using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ForumQA.Ingestion.Sheets;

/// <summary>Reads spreadsheets (.xlsx): the sheets that are shown, each with its tables, cells as they are displayed.</summary>
internal sealed partial class SheetReader : IDocumentReader
{
    private static readonly OfficeFile Office = new("sheet", "spreadsheet", "Excel", ".xlsx");

    public IReadOnlyList<string> Extensions { get; } = [".xlsx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Office.Read(file, (stream, settings) => SpreadsheetDocument.Open(stream, isEditable: false, settings), package => Read(file.Name, package, cancellationToken)));
    }

    private static SourceContent Read(string fileName, SpreadsheetDocument package, CancellationToken cancellationToken)
    {
        var workbook = package.WorkbookPart ?? throw new InvalidDataException("The package holds no workbook.");
        var writer = new BlockWriter();
        var cells = new SheetCells(workbook);
        var sheets = workbook.Workbook?.Sheets?.Elements<Sheet>().Where(IsShown).ToList() ?? [];
        foreach (var sheet in sheets)
        {
            if (sheet.Id?.Value is not { } id || !workbook.TryGetPartById(id, out var part) || part is not WorksheetPart worksheet)
            {
                continue;
            }

            // "Sheet1" is a name that nobody gave; among others it still parts the tables.
            if (sheet.Name?.Value is { } name && (sheets.Count > 1 || !GivenByTheProgram().IsMatch(name)))
            {
                writer.Heading(1, name);
            }

            var grid = new Grid(fileName);
            Fill(grid, worksheet, cells, cancellationToken);
            grid.Write(writer);
        }

        return new SourceContent
        {
            Blocks = writer.ToBlocks(),
            Title = DeclaredTitle.OrNull(package.PackageProperties.Title) ?? TitleFinder.FromName(fileName),
        };
    }

    private static void Fill(Grid grid, WorksheetPart worksheet, SheetCells cells, CancellationToken cancellationToken)
    {
        // Row by row: the elements of a whole sheet take up many times its size.
        using var reader = OpenXmlReader.Create(worksheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                cancellationToken.ThrowIfCancellationRequested();
                number = row.RowIndex?.Value is { } given and <= int.MaxValue / 2 && given > number ? (int)given : number + 1;
                grid.Add(number, cells.Of(row));
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } merged })
            {
                cancellationToken.ThrowIfCancellationRequested();
                FillDown(grid, merged);
            }
        }
    }

    /// <summary>What is merged over several rows of one column is said of each of them.</summary>
    private static void FillDown(Grid grid, string range)
    {
        if (range.Split(':') is [var first, var last]
            && CellPlace.TryParse(first, out var from) && CellPlace.TryParse(last, out var to)
            && from.Column == to.Column && from.Row < to.Row)
        {
            grid.FillDown(from.Column, from.Row, to.Row);
        }
    }

    private static bool IsShown(Sheet sheet) => sheet.State?.Value is not { } state || state == SheetStateValues.Visible;

    [GeneratedRegex(@"^\p{L}+ ?\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex GivenByTheProgram();
}
