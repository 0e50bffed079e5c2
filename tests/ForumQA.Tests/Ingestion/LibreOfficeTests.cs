using System.Text;
using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Ingestion;

/// <summary>What LibreOffice writes and Word does not, or not so, in small: each of these was lost or misread in a file that it had saved.</summary>
public class LibreOfficeTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Numbering = """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public async Task Endnotes_are_read_as_footnotes_are_and_words_in_pieces_are_whole() => Assert.Equal(
        "It is open.[1] It is high.[2]\n\n[1] On Sundays it is closed.\n[2] Measured in 1930.",
        await ReadAsync(
            """<w:p><w:r><w:t xml:space="preserve">It is open.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> It is high.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>""",
            footnotes: """<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>On Sun</w:t></w:r><w:r><w:t>days it is closed.</w:t></w:r></w:p></w:footnote>""",
            endnotes: """<w:endnote w:id="0" w:type="separator"><w:p/></w:endnote><w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:tab/><w:t>Measured in 1930.</w:t></w:r></w:p></w:endnote>"""));

    [Fact]
    public async Task A_text_box_is_a_paragraph_of_its_own_and_stands_once() => Assert.Equal(
        "Before the box. After it.\n\nThe crane lifts nine tons.\n\nThe end.",
        await ReadAsync("""
            <w:p><w:r><w:t xml:space="preserve">Before the box.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>The crane lifts nine tons.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>The crane lifts nine tons.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space="preserve"> After it.</w:t></w:r></w:p>
            <w:p><w:r><w:t>The end.</w:t></w:r></w:p>
            """));

    [Fact]
    public async Task Boxes_within_boxes_are_read_as_deep_as_people_nest_them_and_harm_nothing()
    {
        const int Boxes = 1_000;
        var nested = string.Concat(Enumerable.Range(1, Boxes).Select(i => $"<w:p><w:r><w:t>Box {i}.</w:t></w:r><w:r><w:pict><v:rect xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"))
            + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>", Boxes));

        var text = await ReadAsync(nested + "<w:p><w:r><w:t>The end.</w:t></w:r></w:p>");

        Assert.StartsWith("Box 1.\n\nBox 2.\n\nBox 3.", text, StringComparison.Ordinal);
        Assert.EndsWith("The end.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_merged_over_many_rows_is_not_written_again_without_end()
    {
        var wide = new string('x', 300_000);
        var rows = string.Concat(Enumerable.Repeat(Row(Cell("", """<w:vMerge w:val="continue"/>"""), Cell("40")), 20));

        var text = await ReadAsync($"<w:tbl>{Row(Cell(wide, """<w:vMerge w:val="restart"/>"""), Cell("Summer"))}{rows}</w:tbl>");

        Assert.InRange(text.Length, 1_000_000, 1_400_000);
    }

    [Fact]
    public async Task Cells_merged_over_rows_say_it_of_each_row_and_those_merged_over_columns_keep_the_others_in_place() => Assert.Equal(
        "Boat | Summer | | Paid\nYacht | 40 | 20 | yes\nYacht | 42 | 22 | no\nBarge | 90 | | no",
        await ReadAsync($"<w:tbl>{Row(Cell("Boat"), Cell("Summer", """<w:gridSpan w:val="2"/>"""), Cell("Paid"))}"
            + Row(Cell("Yacht", """<w:vMerge w:val="restart"/>"""), Cell("40"), Cell("20"), Cell("yes"))
            + Row(Cell("", """<w:vMerge w:val="continue"/>"""), Cell("42"), Cell("22"), Cell("no"))
            + $"{Row(Cell("Barge"), Cell("90"), Cell(""), Cell("no"))}</w:tbl>"));

    [Fact]
    public async Task Items_of_a_list_have_their_numbers() => Assert.Equal(
        "- Bring a passport.\n3. Moor the boat.\na. At the bow.\nb. At the stern.\n4. Pay the fee.\na. In crowns.\n1. Begin anew.",
        await ReadAsync(
            Item("Bring a passport.", 1) + Item("Moor the boat.", 2) + Item("At the bow.", 2, 1) + Item("At the stern.", 2, 1) + Item("Pay the fee.", 2) + Item("In crowns.", 2, 1) + Item("Begin anew.", 3)));

    [Fact]
    public async Task Numbers_of_notes_in_a_book_are_no_part_of_the_text()
    {
        var document = await Reading.ReadAsync("a.epub", Packages.Book(
            """<p>It is open from 8 to 17.<sup id="c1"><a epub:type="noteref" href="#d1">1</a></sup> See <a href="#d1">1</a>.</p><aside epub:type="footnote" id="d1"><p><span><sup><a href="#c1">1</a></sup>On Sundays it is closed.</span></p></aside>"""));

        Assert.Equal("It is open from 8 to 17.[1] See 1.\n\n[1] On Sundays it is closed.", document.Text);
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.epub")]
    public async Task Cells_of_a_page_that_span_rows_or_columns_leave_the_others_in_their_columns(string name)
    {
        const string Table = """
            <table><tr><th>Boat</th><th colspan="2">Summer</th><th>Paid</th></tr><tr><td rowspan="2">Yacht</td><td>40</td><td>20</td><td>yes</td></tr><tr><td>42</td><td>22</td><td rowspan="0">no</td></tr><tr><td>Barge</td><td>90</td><td></td></tr>
            <tbody><tr><td>Raft</td><td>7</td><td>5</td><td>yes</td></tr></tbody></table>
            """;
        var bytes = name == "a.html" ? Encoding.UTF8.GetBytes($"<html><body><p>Fees of the boats.</p>{Table}</body></html>") : Packages.Book($"<p>Fees of the boats.</p>{Table}");

        Assert.Equal(
            "Fees of the boats.\n\nBoat | Summer | | Paid\nYacht | 40 | 20 | yes\nYacht | 42 | 22 | no\nBarge | 90 | | no\nRaft | 7 | 5 | yes", (await Reading.ReadAsync(name, bytes)).Text);
    }

    [Fact]
    public async Task Merged_cells_of_a_slide_are_filled_and_keep_their_columns()
    {
        static string Cell(string text, string attributes = "") => $"<a:tc {attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";

        var document = await Reading.ReadAsync("a.pptx", Packages.Presentation((
            "<p:graphicFrame><a:graphic><a:graphicData><a:tbl>"
            + $"<a:tr>{Cell("Dock", "rowSpan=\"2\"")}{Cell("Depth", "gridSpan=\"2\"")}{Cell("", "hMerge=\"1\"")}{Cell("Built")}</a:tr>"
            + $"<a:tr>{Cell("", "vMerge=\"1\"")}{Cell("low")}{Cell("high")}{Cell("1921")}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>", "")));

        Assert.EndsWith("Dock | Depth | | Built\nDock | low | high | 1921", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_spans_without_end_takes_neither_memory_nor_time()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td>b</td></tr>", 5000));

        var document = await Reading.ReadAsync("a.html", $"<html><body><p>Text.</p><table><tr><td rowspan=\"100000\" colspan=\"100000\">{new string('x', 2000)}</td><td>a</td></tr>{rows}</table></body></html>");

        Assert.True(document.Text.Length < 3_000_000, $"{document.Text.Length} characters");
    }

    private static async Task<string> ReadAsync(string body, string footnotes = "", string endnotes = "") => (await Reading.ReadAsync("a.docx", Packages.Pack(
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="{Relations}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="{Relations}/endnotes" Target="endnotes.xml"/></Relationships>"""),
        ("word/document.xml", $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>"""),
        ("word/numbering.xml", $"""<w:numbering xmlns:w="{Word}">{Numbering}</w:numbering>"""),
        ("word/footnotes.xml", $"""<w:footnotes xmlns:w="{Word}">{footnotes}</w:footnotes>"""),
        ("word/endnotes.xml", $"""<w:endnotes xmlns:w="{Word}">{endnotes}</w:endnotes>"""),
    ]))).Text;

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Item(string text, int list, int level = 0) =>
        $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";
}
