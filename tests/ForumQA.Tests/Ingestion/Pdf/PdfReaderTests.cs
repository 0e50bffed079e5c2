namespace ForumQA.Tests.Ingestion.Pdf;

public class PdfReaderTests
{
    private static readonly byte[] Report = MinimalPdf.Of(
        [
            "Harbour Journal 12", "", "# Fish and data", "", "",
            "The harbour towns met on Monday to talk about the long-", "term effects of COVID-", "19 on their trade and dis-", "cussed what a shared cata-", "logue of catches costs (15 t).", "", "",
            "A second paragraph begins here, is wrapped because it is long and goes on to the", "", "", "1",
        ],
        [
            "Harbour Journal 12", "", "next page without a stop. It ends here.", "", "",
            "- Herring of the islands", "- Cod", "", "", "2",
        ],
        ["Harbour Journal 12", "", "", "This is long-term thinking.", "", "", "3"]);

    [Fact]
    public async Task Joins_lines_and_pages_to_paragraphs()
    {
        var document = await Reading.ReadAsync("a.pdf", Report);

        Assert.Equal(
            """
            Harbour Journal 12

            Fish and data

            The harbour towns met on Monday to talk about the long-term effects of COVID-19 on their trade and discussed what a shared catalogue of catches costs (15 t).

            A second paragraph begins here, is wrapped because it is long and goes on to the next page without a stop. It ends here.

            - Herring of the islands
            - Cod

            This is long-term thinking.
            """,
            document.Text);
    }

    [Fact]
    public async Task Knows_where_pages_start()
    {
        var document = await Reading.ReadAsync("a.pdf", Report);

        Assert.Equal([1, 2, 3], document.Pages.Select(p => p.Number));
        Assert.StartsWith("Harbour", document.Text[document.Pages[0].Start..], StringComparison.Ordinal);
        Assert.StartsWith("next page", document.Text[document.Pages[1].Start..], StringComparison.Ordinal);
        Assert.StartsWith("This is", document.Text[document.Pages[2].Start..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_tall_lines_for_headings_and_the_first_for_the_title()
    {
        var document = await Reading.ReadAsync("a.pdf", Report);

        Assert.Equal([(1, "Fish and data")], document.Headings.Select(h => (h.Level, h.Title)));
        Assert.Equal("Fish and data", document.Title);
    }
}
