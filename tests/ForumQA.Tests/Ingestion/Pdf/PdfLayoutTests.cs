using static ForumQA.Tests.Ingestion.Pdf.PdfFile;

namespace ForumQA.Tests.Ingestion.Pdf;

/// <summary>Pages of every common layout, read from real files.</summary>
public class PdfLayoutTests
{
    private static readonly string[] LeftColumn =
    [
        "The harbour towns met on Monday to talk about the", "future of their trade and about the catches of", "the last ten years, which have fallen everywhere.",
        "Herring is the most important fish of the coast,", "and the quota was cut by a third in one spring.",
    ];

    private static readonly string[] RightColumn =
    [
        "Cod is rarer still than herring on this coast and", "has a quota of its own that nobody reaches today.", "The towns ask for money to mend their old boats",
        "and for schools that teach how to repair nets as", "their grandparents did. It was agreed upon at once.",
    ];

    private static string[] Column(double x, double top, string[] lines) => [.. lines.Select((line, i) => Line(x, top + (i * 12), line))];

    private static async Task<string> ReadAsync(PdfFile file) => (await Reading.ReadAsync("a.pdf", file.ToBytes())).Text;

    private static Task<string> ReadAsync(params string[] pieces) => ReadAsync(new PdfFile().Page(pieces));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Reads_columns_one_after_the_other_below_a_title_that_spans_them(double shift)
    {
        var text = await ReadAsync(
            [Line(60, 60, "Harbour report on herring, cod and everything else that the fishing towns of the coast catch"), .. Column(60, 72, LeftColumn), .. Column(320, 72 + shift, RightColumn)]);

        Assert.Equal(
            $"Harbour report on herring, cod and everything else that the fishing towns of the coast catch\n\n{string.Join(' ', LeftColumn)}\n\n{string.Join(' ', RightColumn)}",
            text.Replace("catch The", "catch\n\nThe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(17)]
    public async Task Lines_of_the_right_column_that_stand_higher_than_the_left_one_stay_with_their_paragraph(double lower)
    {
        var text = await ReadAsync(
            [Line(60, 40, "Harbour report", 18), Line(60, 72 + lower, "On herring", 13), .. Column(60, 92 + lower, LeftColumn), .. Column(320, 72, RightColumn)]);

        Assert.Equal($"Harbour report\n\nOn herring\n\n{string.Join(' ', LeftColumn)}\n\n{string.Join(' ', RightColumn)}", text);
    }

    [Theory]
    [InlineData(320, 40)]
    [InlineData(480, 60)]
    public async Task What_stands_over_the_right_column_without_being_of_it_is_read_before_both(double x, double top) => Assert.Equal(
        $"Lindale, 4 May\n\n{string.Join(' ', LeftColumn)}\n\n{string.Join(' ', RightColumn)}",
        await ReadAsync([Line(x, top, "Lindale, 4 May"), .. Column(60, 72, LeftColumn), .. Column(320, 72, RightColumn)]));

    [Fact]
    public async Task Reads_columns_also_where_the_file_writes_them_line_by_line()
    {
        var lines = LeftColumn.Zip(RightColumn).SelectMany((pair, i) => new[] { Line(60, 72 + (i * 12), pair.First), Line(320, 72 + (i * 12), pair.Second) });

        Assert.Equal($"{string.Join(' ', LeftColumn)}\n\n{string.Join(' ', RightColumn)}", await ReadAsync([.. lines]));
    }

    [Fact]
    public async Task Keeps_the_cells_of_a_row_together_and_the_place_of_an_empty_one()
    {
        string[][] rows = [["Town", "Year", "Catch (t)"], ["Lund", "1990", "12.5"], ["Aarhus", "", "7"], ["Oslo", "1992", "1,204"]];

        // Column by column, as some programs write tables.
        var pieces = Enumerable.Range(0, 3).SelectMany(c => rows.Select((row, r) => Line(60 + (c * 120), 100 + (r * 18), row[c])));
        var text = await ReadAsync([Line(60, 60, "The table shows what was caught in the towns of the coast."), .. pieces, Line(60, 200, "The catches fell everywhere after that year, in small towns and in large ones.")]);

        Assert.Equal(
            """
            The table shows what was caught in the towns of the coast.

            Town | Year | Catch (t)
            Lund | 1990 | 12.5
            Aarhus | | 7
            Oslo | 1992 | 1,204

            The catches fell everywhere after that year, in small towns and in large ones.
            """,
            text);
    }

    [Fact]
    public async Task Joins_a_cell_that_is_wrapped()
    {
        var text = await ReadAsync(
            Line(60, 100, "Herring"), Line(160, 100, "the most important fish"), Line(400, 100, "900 t"),
            Line(160, 112, "of the whole coast"),
            Line(60, 130, "Cod"), Line(160, 130, "rare since the storm"), Line(400, 130, "40 t"));

        Assert.Equal("Herring | the most important fish of the whole coast | 900 t\nCod | rare since the storm | 40 t", text);
    }

    [Theory]
    [InlineData("/Rotate 90", "0 1 -1 0")]
    [InlineData("/Rotate 270", "0 -1 1 0")]
    [InlineData("", "0 1 -1 0")]
    public async Task Reads_pages_and_lines_that_are_turned(string attributes, string turn)
    {
        var lines = turn[0] == '0' && turn[2] == '1' ? new[] { 100, 112 } : [112, 100];
        var file = new PdfFile().Page(
            [Turned($"{turn} {lines[0]} 400", "The landscape page has a table of catches that is too wide"), Turned($"{turn} {lines[1]} 400", "for an upright one, so it was turned.")], attributes);

        Assert.Equal("The landscape page has a table of catches that is too wide for an upright one, so it was turned.", await ReadAsync(file));
    }

    [Fact]
    public async Task Keeps_a_stamp_along_the_edge_out_of_the_text()
    {
        var text = await ReadAsync([Turned("0 1 -1 0 30 300", "Preprint 2024"), .. Column(60, 72, LeftColumn)]);

        Assert.Equal($"{string.Join(' ', LeftColumn)}\n\nPreprint 2024", text);
    }

    [Fact]
    public async Task Starts_a_line_with_every_item_of_a_list()
    {
        var text = await ReadAsync(
            Line(60, 100, "•"), Line(90, 100, "Herring of the islands, which is caught in spring"), Line(90, 112, "and in autumn"), Line(60, 124, "•"), Line(90, 124, "Cod"),
            Line(60, 136, "•"), Line(90, 136, "Eel"));

        Assert.Equal("• Herring of the islands, which is caught in spring and in autumn\n• Cod\n• Eel", text);
    }

    [Fact]
    public async Task Writes_raised_figures_so_that_no_number_changes()
    {
        var text = await ReadAsync(
            Line(60, 100, "The hall measures 10"), Line(154.5, 96, "2", 6), Line(160.6, 100, "metres, as the plan says."),
            Line(60, 700, "1", 6), Line(66, 703, "The plan of 1990 hangs in the town hall.", 8));

        Assert.StartsWith("The hall measures 10² metres, as the plan says.", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n1 The plan of 1990 hangs in the town hall.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Σήμερα το λιμάνι είναι κλειστό.")]
    [InlineData("港は月曜日に開かれた。")]
    [InlineData("Гавань закрыта с понедельника.")]
    public async Task Reads_text_in_other_scripts(string line) => Assert.Equal(line, await ReadAsync(Line(60, 100, line)));

    [Fact]
    public async Task Reads_scripts_from_right_to_left_and_their_numbers_from_left_to_right()
    {
        // As it stands on the page, from left to right.
        const string shown = "1990 םויב";

        Assert.Equal("ביום 1990", await ReadAsync(Line(60, 100, shown)));
    }

    [Fact]
    public async Task Puts_accents_drawn_on_their_own_onto_their_letters() =>
        Assert.Equal("Université", await ReadAsync(Line(60, 100, "Universite"), Line(101.6, 100, "´")));

    [Fact]
    public async Task Reads_bold_letters_that_are_drawn_twice_once() =>
        Assert.Equal("Total catch", await ReadAsync(Line(60, 100, "Total catch"), Line(60.3, 100, "Total catch")));

    [Fact]
    public async Task Resolves_ligatures() => Assert.Equal("first fish", await ReadAsync(Line(60, 100, "ﬁrst ﬁsh")));

    [Theory]
    [InlineData("12", "13", "14")]
    [InlineData("- 2 -", "- 3 -", "- 4 -")]
    [InlineData("Page 3 of 9", "Page 4 of 9", "Page 5 of 9")]
    [InlineData("iv", "v", "vi")]
    public async Task Drops_page_numbers_of_every_style(params string[] numbers)
    {
        var file = new PdfFile();
        string[] towns = ["Lund", "Aarhus", "Oslo"];
        for (var i = 0; i < towns.Length; i++)
        {
            file.Page([Line(60, 100, $"The text of {towns[i]} stands here."), Line(290, 800, numbers[i])]);
        }

        Assert.Equal("The text of Lund stands here.\n\nThe text of Aarhus stands here.\n\nThe text of Oslo stands here.", await ReadAsync(file));
    }

    [Fact]
    public async Task Keeps_lines_that_come_back_in_another_place()
    {
        var file = new PdfFile();
        foreach (var top in new[] { 100, 300, 500 })
        {
            file.Page([Line(60, 60, $"The page that ends at {(char)('A' + (top / 100))} begins."), Line(60, top, "Nothing more was said.")]);
        }

        Assert.Equal(3, (await ReadAsync(file)).Split("Nothing more was said.").Length - 1);
    }
}
