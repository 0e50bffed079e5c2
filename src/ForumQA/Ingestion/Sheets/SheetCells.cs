using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace ForumQA.Ingestion.Sheets;

/// <summary>Reads cells as a spreadsheet program displays them: shared texts, and numbers and dates in their format.</summary>
internal sealed class SheetCells
{
    private readonly List<string> _shared = [];
    private readonly CellFormats _formats;

    public SheetCells(WorkbookPart workbook)
    {
        _formats = new CellFormats(workbook);
        if (workbook.SharedStringTablePart is not { } part)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is { } item)
            {
                _shared.Add(Plain(item));
            }
        }
    }

    /// <summary>The cells of a row with the numbers of their columns.</summary>
    public IEnumerable<(int Column, string Text)> Of(Row row)
    {
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference && CellPlace.TryParse(reference, out var place) ? place.Column : column + 1;
            if (column <= CellPlace.LastColumn)
            {
                yield return (column, Text(cell));
            }
        }
    }

    private string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : string.Empty;
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } text ? Plain(text) : string.Empty;
        }

        if (type == CellValues.Boolean)
        {
            return value == "1" ? "TRUE" : "FALSE";
        }

        return (type is null || type == CellValues.Number) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? _formats.Display(number, cell.StyleIndex?.Value)
            : value;
    }

    /// <summary>The text without the readings that Japanese sheets give beside it.</summary>
    private static string Plain(OpenXmlElement item) =>
        string.Concat(item.ChildElements.Where(child => child is CellText or Run).SelectMany(child => child is CellText text ? [text] : child.Elements<CellText>()).Select(text => text.Text));
}
