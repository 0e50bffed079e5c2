using System.Globalization;
using System.Text;

namespace ForumQA.Tests.Ingestion.Pdf;

/// <summary>Writes PDF files by hand, so that a test decides where every character stands.</summary>
internal sealed class PdfFile
{
    private readonly List<string> _pages = [];
    private readonly List<string> _objects =
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>",
        Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            + "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
        "<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ];

    /// <summary>What the trailer says besides its usual; <c>/Encrypt</c>, for example.</summary>
    public string Trailer { get; init; } = "/ID [<00> <00>]";

    /// <param name="pieces">Content in PDF's own language: see <see cref="Line"/>.</param>
    /// <param name="attributes">Of the page, such as <c>/Rotate 90</c>.</param>
    public PdfFile Page(IEnumerable<string> pieces, string attributes = "") =>
        PageOf(Stream(string.Join('\n', pieces)), attributes);

    /// <param name="stream">The content as a whole stream object.</param>
    /// <param name="attributes">Of the page.</param>
    /// <param name="resources">Besides the fonts.</param>
    public PdfFile PageOf(string stream, string attributes = "", string resources = "")
    {
        var content = Add(stream);
        var page = Add(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R {attributes} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >> >>");
        _pages.Add($"{page} 0 R");
        return this;
    }

    /// <returns>The number of the object.</returns>
    public int Add(string body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    public byte[] ToBytes()
    {
        _objects[1] = $"<< /Type /Pages /Kids [{string.Join(' ', _pages)}] /Count {_pages.Count} >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{_objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {_objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A line of text whose base line begins <paramref name="x"/> from the left and <paramref name="top"/> from the top of an upright page.</summary>
    public static string Line(double x, double top, string text, double size = 10) => Turned($"1 0 0 1 {Number(x)} {Number(842 - top)}", text, size);

    /// <param name="matrix">PDF's text matrix.</param>
    /// <param name="text">Latin text in Helvetica; any other in a font whose characters are as wide as high.</param>
    /// <param name="size">The height of the font in points.</param>
    public static string Turned(string matrix, string text, double size = 10)
    {
        var latin = text.All(c => c < 256);
        var shown = latin
            ? $"({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})"
            : $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
        return $"BT /F{(latin ? 1 : 2)} {Number(size)} Tf {matrix} Tm {shown} Tj ET";
    }

    public static string Stream(string content, string attributes = "") => $"<< /Length {content.Length} {attributes} >>\nstream\n{content}\nendstream";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
