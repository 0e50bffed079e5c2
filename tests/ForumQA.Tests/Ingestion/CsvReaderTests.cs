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

    [Fact]
    public async Task Finds_the_encoding() =>
        Assert.Equal("Café | Straße\nOrt | Köln", (await Reading.ReadAsync("a.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Café;Straße\nOrt;Köln\n"))).Text);

    [Fact]
    public async Task An_empty_table_is_refused() => Assert.Equal("file-empty", (await Reading.FailureAsync("a.csv", ",,\n,,\n"u8.ToArray())).Code);
}
