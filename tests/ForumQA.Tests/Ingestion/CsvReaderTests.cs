using System.Text;

namespace ForumQA.Tests.Ingestion;

public class CsvReaderTests
{
    [Theory]
    [InlineData("a.csv", "Dock,Depth\r\nNorth,9 m\r\n\"East, or \"\"old\"\"\",7 m\r\n")]
    [InlineData("a.csv", "Dock;Depth\nNorth;9 m\n\"East, or \"\"old\"\"\";7 m\n")]
    [InlineData("a.tsv", "Dock\tDepth\nNorth\t9 m\n\"East, or \"\"old\"\"\"\t7 m")]
    public async Task Rows_become_the_rows_of_a_table_whatever_separates_the_values(string name, string text) =>
        Assert.Equal("Dock | Depth\nNorth | 9 m\nEast, or \"old\" | 7 m", (await Reading.ReadAsync(name, text)).Text);

    [Fact]
    public async Task Rows_may_be_short_long_empty_or_broken_over_lines()
    {
        var document = await Reading.ReadAsync("dock-list.csv", "Docks of Lindale\n\nDock,Depth,Remark\nNorth,9 m,\"one\nof two\"\nEast\nWest,7 m,new,dry\n");

        Assert.Equal(
            """
            - Docks of Lindale

            Dock | Depth | Remark |
            North | 9 m | one of two |
            East
            West | 7 m | new | dry
            """,
            document.Text);
        Assert.Equal("Dock list", document.Title);
    }

    [Theory]
    [InlineData("sep=;\r\nDock;Depth, in m\r\nNorth, old;9,5\r\nEast, new;7,25\r\n")]
    [InlineData("SEP=|\nDock|Depth, in m\nNorth, old|9,5\nEast, new|7,25\n")]
    [InlineData("\"sep=;\"\nDock;Depth, in m\nNorth, old;9,5\nEast, new;7,25\n")]
    [InlineData("\ufeffsep=\t\nDock\tDepth, in m\nNorth, old\t9,5\nEast, new\t7,25\n")]
    public async Task The_first_line_may_say_what_separates_the_values_as_in_Excel_and_is_no_row(string text) =>
        Assert.Equal("Dock | Depth, in m\nNorth, old | 9,5\nEast, new | 7,25", (await Reading.ReadAsync("a.csv", text)).Text);

    [Theory]
    [InlineData("sep=what,it,is\none,two,three\n", "sep=what | it | is\none | two | three")]
    [InlineData("sep=x\none,two\nthree,four\n", "one | two\nthree | four")]
    public async Task A_first_line_that_says_something_else_is_a_row(string text, string expected) =>
        Assert.EndsWith(expected, (await Reading.ReadAsync("a.csv", text)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Finds_the_encoding() =>
        Assert.Equal("Café | Straße\nOrt | Köln", (await Reading.ReadAsync("a.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Café;Straße\nOrt;Köln\n"))).Text);

    [Fact]
    public async Task An_empty_table_is_refused() => Assert.Equal("file-empty", (await Reading.FailureAsync("a.csv", ",,\n,,\n"u8.ToArray())).Code);
}
