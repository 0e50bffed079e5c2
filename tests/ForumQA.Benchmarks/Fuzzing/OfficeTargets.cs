using System.Text;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>What reads tables, slides, books and messages.</summary>
internal static class OfficeTargets
{
    public const string Message = "From: Ada Quill <ada@example.org>\r\nTo: =?utf-8?Q?Tom_B=C3=ADrch?= <tom@example.org>\r\nSubject: The harbour\r\nDate: Mon, 4 May 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe harbour is 9 m deep.=\r\n It opened in 1921.\r\n--b\r\nContent-Type: text/csv; name=docks.csv\r\nContent-Disposition: attachment; filename=docks.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxi\r\n--b--\r\n";

    private static readonly string SheetXml = "<sheetData>" + Packages.Row(1, "Dock", "Depth") + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>45000.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>";

    private static readonly string SlideXml = Packages.Shape("type=\"title\"", "The harbour") + Packages.Shape("", "Ada Quill opened it.", "It is deep.");

    public static IEnumerable<FuzzTarget> All(IReadOnlyList<string> words)
    {
        yield return Of("csv", bytes => ("a.csv", bytes), ["Dock,Depth\nNorth,9 m\n\"East, or \"\"old\"\"\",7 m\n", "a;b\n1;2\n", "a\tb\n"], [.. words, ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", ",,,,,,,,", "\ufeff"]);
        yield return Of("xlsx", bytes => ("a.xlsx", Packages.Workbook(Text(bytes), "<si><t>North</t></si>", "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")), [SheetXml],
            [.. words, "<row>", "</row>", "<row r=\"1048577\">", "<c t=\"s\"><v>-1</v></c>", "<c r=\"XFE1\">", "<c r=\"ZZZZZZZZZ9\">", "</c>", "<v>1e999</v>", "<v>-5</v>", " s=\"1\"", " s=\"4294967295\"", "<mergeCell ref=\"A1:A1048576\"/>", "<is>", "<t>", "&#1;", "<sheetData>", "</sheetData>", " t=\"d\""]);
        yield return Of("xlsx styles", bytes => ("a.xlsx", Packages.Workbook("<sheetData><row><c s=\"1\"><v>45000.5</v></c><c s=\"1\"><v>-0.25</v></c></row></sheetData>", "", $"<numFmts><numFmt numFmtId=\"164\" formatCode=\"{Text(bytes)}\"/></numFmts><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs>")), ["yyyy-mm-dd", "#,##0.00", "[h]:mm:ss", "0%;(0)"],
            ["y", "m", "d", "h", "s", "0", "#", "?", "/", "%", ",", ".", "[", "]", "[Red]", "[$€-407]", "_", "*", "\\", ";", "E+", "@", "General", "[<5]", "AM/PM", "&quot;"]);
        yield return Of("pptx", bytes => ("a.pptx", Packages.Presentation((Text(bytes), Packages.Shape("type=\"body\"", "Thank the mayor.")))), [SlideXml],
            [.. words, "<p:sp>", "</p:sp>", "<p:grpSp>", "</p:grpSp>", "<p:ph type=\"title\"/>", "<p:ph type=\"x\"/>", "<p:txBody>", "<a:p>", "</a:p>", "<a:r><a:t>", "</a:t></a:r>", "<a:br/>", "<a:buNone/>", "<a:tbl>", "<a:tr>", "<a:tc>", "<p:graphicFrame>", "&a;"]);
        yield return Of("epub", bytes => ("a.epub", Packages.Book(Text(bytes))), ["<h1>The harbour</h1><p>Ada Quill opened it.</p><aside><p>A note.</p></aside>"],
            [.. words, "<p>", "<p/>", "<title/>", "<script/>", "<table>", "<td/>", "<svg>", "<?xml version=\"1.0\" encoding=\"x\"?>", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", "&a;", "<![CDATA[", "<body>", "</body>"]);
        yield return Of("eml", bytes => ("a.eml", bytes), [Message],
            [.. words, "\r\n", "\r\n\r\n", "--b", "--b--", "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: message/rfc822\r\n", "Content-Transfer-Encoding: base64\r\n", "charset=x", "=?utf-8?B?", "?=", "=?x?Q?", "boundary=", "From: ", "<", ">", "(", ",", ":;", "Date: ", "=\r\n", "filename*0*=", "Content-Type: text/html\r\n"]);
        foreach (var (name, package) in new[] { ("a.xlsx", Packages.Workbook(SheetXml)), ("a.pptx", Packages.Presentation((SlideXml, ""))), ("a.epub", Packages.Book("<p>Text.</p>")) })
        {
            yield return new FuzzTarget($"{name[2..]} package", [package], FuzzTarget.Bytes(["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "../../a", "[Content_Types].xml", "META-INF/container.xml"]), bytes => ReaderTargets.ReadAsync(name, bytes));
        }
    }

    private static FuzzTarget Of(string name, Func<byte[], (string Name, byte[] Bytes)> file, IEnumerable<string> seeds, IEnumerable<string> tokens) =>
        new(name, FuzzTarget.Bytes(seeds), FuzzTarget.Bytes(tokens), bytes =>
        {
            var (made, content) = file(bytes);
            return ReaderTargets.ReadAsync(made, content);
        });

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
