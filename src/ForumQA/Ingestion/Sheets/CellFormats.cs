using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace ForumQA.Ingestion.Sheets;

/// <summary>Writes numbers as the formats of a workbook display them.</summary>
internal sealed class CellFormats
{
    /// <summary>Longer ones are not made by a person, and take long to apply.</summary>
    private const int LongestFormat = 255;

    private const int FirstOwnFormat = 164;

    private readonly List<uint> _styles = [];
    private readonly Dictionary<uint, string> _own = [];
    private readonly Dictionary<uint, NumberFormat?> _read = [];
    private readonly bool _from1904;

    public CellFormats(WorkbookPart workbook)
    {
        _from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        _styles.AddRange(sheet?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value ?? 0) ?? []);
        foreach (var format in sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format is { NumberFormatId.Value: var id, FormatCode.Value: { Length: <= LongestFormat } code })
            {
                _own.TryAdd(id, code);
            }
        }
    }

    /// <param name="number">The cell's value; days since the beginning of 1900 or 1904 for a date.</param>
    /// <param name="style">The number of the cell's style; null for the plain one.</param>
    public string Display(double number, uint? style)
    {
        var id = style is { } at && at < _styles.Count ? _styles[(int)at] : 0;
        if (!_read.TryGetValue(id, out var format))
        {
            _read[id] = format = (id < FirstOwnFormat ? BuiltIn(id) : _own.GetValueOrDefault(id)) is { } code && new NumberFormat(code) is { IsValid: true } read ? read : null;
        }

        try
        {
            return format is null ? General(number) : format.Format(number, CultureInfo.InvariantCulture, _from1904);
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException or InvalidOperationException)
        {
            // A date before the calendar begins: programs display number signs, which say less than the number.
            return General(number);
        }
    }

    private static string General(double number) => number.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>The formats that files name by number only (ECMA-376, 18.8.30). Dates whose order depends on the reader's country are written year first.</summary>
    private static string? BuiltIn(uint id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 => "#,##0",
        4 or 39 or 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 or 30 => "yyyy-mm-dd",
        15 => "d mmm yyyy",
        16 => "d mmm",
        17 => "mmm yyyy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        _ => null,
    };
}
