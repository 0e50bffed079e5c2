using ForumQA.Benchmarks.Fuzzing;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Ingestion;

public class SheetReaderTests
{
    private const string Formats =
        """<numFmts><numFmt numFmtId="164" formatCode="#,##0.00\ [$€-407]"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>""";

    [Fact]
    public async Task Rows_become_the_rows_of_a_table_with_the_names_of_their_columns()
    {
        var document = await Reading.ReadAsync("harbour-fees.xlsx", Packages.Workbook(
            $"<sheetData>{Packages.Row(1, "Fees of the harbour")}{Packages.Row(2, "Dock", "Depth", "Keeper")}{Packages.Row(3, "North", "9 m", "Tom Birch")}{Packages.Row(4, "South", "", "Rosa Klein")}{Packages.Row(6, "Fees are paid on the first day of every month.")}</sheetData>"));

        Assert.Equal("Harbour fees", document.Title);
        Assert.Equal(
            """
            Fees of the harbour

            Dock | Depth | Keeper
            North | 9 m | Tom Birch
            South | | Rosa Klein

            Fees are paid on the first day of every month.
            """,
            document.Text);
        Assert.Equal(["Fees of the harbour"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task Numbers_dates_and_shared_texts_are_written_as_they_are_displayed()
    {
        var document = await Reading.ReadAsync("a.xlsx", Packages.Workbook(
            """
            <sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>
            <row><c s="1"><v>7795</v></c><c s="2"><v>1234.5</v></c></row>
            <row><c s="3"><v>0.15</v></c><c><v>0.30000000000000004</v></c></row>
            <row><c t="b"><v>1</v></c><c t="str"><v>a formula's</v></c></row></sheetData>
            """,
            "<si><t>When</t></si><si><r><t>How </t></r><r><t>much</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>",
            Formats));

        Assert.Equal("When | How much\n1921-05-04 | 1,234.50 €\n15% | 0.3\nTRUE | a formula's", document.Text);
    }

    [Fact]
    public async Task Each_sheet_that_is_shown_is_a_section()
    {
        var document = await Reading.ReadAsync("a.xlsx", Packages.Workbook(
            [("Docks", "visible", Packages.SheetOf($"<sheetData>{Packages.Row(1, "Dock", "Depth")}</sheetData>")),
             ("Lists", "hidden", Packages.SheetOf($"<sheetData>{Packages.Row(1, "Secret", "Words")}</sheetData>")),
             ("Ships", "visible", Packages.SheetOf($"<sheetData>{Packages.Row(1, "Ship", "Length")}</sheetData>"))]));

        Assert.Equal("Docks\n\nDock | Depth\n\nShips\n\nShip | Length", document.Text);
        Assert.Equal(["Docks", "Ships"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task What_is_merged_over_rows_is_said_of_each()
    {
        var document = await Reading.ReadAsync("a.xlsx", Packages.Workbook(
            $"<sheetData>{Packages.Row(1, "Town", "Dock")}{Packages.Row(2, "Lindale", "North")}{Packages.Row(3, "", "South")}{Packages.Row(4, "Lund", "East")}</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));

        Assert.Equal("Town | Dock\nLindale | North\nLindale | South\nLund | East", document.Text);
    }

    [Fact]
    public async Task Cells_that_lie_scattered_are_no_table_and_take_no_room()
    {
        var rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"<row r=\"{i + 1}\"><c r=\"{Column(i)}{i + 1}\"><v>{i}</v></c><c r=\"{Column(i + 1)}{i + 1}\"><v>7</v></c></row>"));

        var document = await Reading.ReadAsync("a.xlsx", Packages.Workbook($"<sheetData>{rows}</sheetData>"));

        Assert.StartsWith("0 | 7\n1 | 7\n", document.Text, StringComparison.Ordinal);
        Assert.InRange(document.Text.Length, 1, 60_000);
    }

    [Fact]
    public async Task One_text_that_very_many_cells_share_is_refused()
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", 4000));

        var error = await Reading.FailureAsync("a.xlsx", Packages.Workbook($"<sheetData>{rows}</sheetData>", $"<si><t>{new string('x', 10_000)}</t></si>"));

        Assert.Equal("sheet-too-large", error.Code);
        Assert.Contains("a.xlsx", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4b, 3, 4, 1, 2, 3 })]
    [InlineData(new byte[] { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1 })]
    public async Task Says_what_to_do_with_an_unreadable_file(byte[] bytes)
    {
        var error = await Reading.FailureAsync("a.xlsx", bytes);

        Assert.Equal("sheet-invalid", error.Code);
        Assert.Contains("'a.xlsx'", error.Message, StringComparison.Ordinal);
        Assert.Contains("save it as .xlsx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_filled_cell_is_in_the_text_in_order()
    {
        var cells = Gen.Elements("North", "9 m", "", "4,5", "データ", "a \"b\"", "x | y").ListOf(4).ListOf();
        Prop.ForAll(cells.ToArbitrary(), table =>
        {
            var rows = table.Select((row, i) => Packages.Row(i + 1, [.. row.Select(text => text.Replace("\"", "&quot;", StringComparison.Ordinal))]));
            var filled = table.SelectMany(row => row).Where(text => text.Length > 0).ToList();
            if (filled.Count == 0)
            {
                return true;
            }

            var document = Reading.ReadAsync("a.xlsx", Packages.Workbook($"<sheetData>{string.Concat(rows)}</sheetData>")).GetAwaiter().GetResult();
            var at = 0;
            return filled.TrueForAll(text => (at = document.Text.IndexOf(text, at, StringComparison.Ordinal)) >= 0 && (at += text.Length) > 0);
        }).QuickCheckThrowOnFailure();
    }

    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : Column((index / 26) - 1) + (char)('A' + (index % 26));
}
