using System.Text;
using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

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

    [PdfFact]
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

    [PdfFact]
    public async Task Knows_where_pages_start()
    {
        var document = await Reading.ReadAsync("a.pdf", Report);

        Assert.Equal([1, 2, 3], document.Pages.Select(p => p.Number));
        Assert.StartsWith("Harbour", document.Text[document.Pages[0].Start..], StringComparison.Ordinal);
        Assert.StartsWith("next page", document.Text[document.Pages[1].Start..], StringComparison.Ordinal);
        Assert.StartsWith("This is", document.Text[document.Pages[2].Start..], StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Takes_tall_lines_for_headings_and_the_first_for_the_title()
    {
        var document = await Reading.ReadAsync("a.pdf", Report);

        Assert.Equal([(1, "Fish and data")], document.Headings.Select(h => (h.Level, h.Title)));
        Assert.Equal("Fish and data", document.Title);
    }

    [PdfFact]
    public async Task Says_what_to_do_with_a_scan()
    {
        var error = await Reading.FailureAsync("scan.pdf", MinimalPdf.Of([], []));

        Assert.Equal("pdf-without-text", error.Code);
        Assert.Contains("ocrmypdf", error.Message, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Says_what_to_do_with_a_damaged_file()
    {
        var error = await Reading.FailureAsync("a.pdf", "%PDF-1.4\nnothing of the kind"u8.ToArray());

        Assert.Equal("pdf-invalid", error.Code);
    }

    [PdfFact]
    public async Task Gives_up_when_the_time_is_over()
    {
        var error = await Reading.FailureAsync("a.pdf", Report, new IngestionOptions { PdfTimeLimit = TimeSpan.FromTicks(1) });

        Assert.Equal("pdf-too-slow", error.Code);
    }

    [Fact]
    public async Task Refuses_another_format_under_the_name_of_a_PDF()
    {
        var error = await Reading.FailureAsync("a.pdf", Encoding.UTF8.GetBytes("Just text."));

        Assert.Equal("pdf-invalid", error.Code);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("- 2 -")]
    [InlineData("Page 3 of 9")]
    [InlineData("iv")]
    public void Drops_page_numbers_of_every_style(string number)
    {
        PdfLine[] Page(string town) => [new(1, $"The text of {town} stands here.", 100, 11, 300), new(2, number, 800, 11, 100)];

        var trimmed = PdfFurniture.Trim([Page("Lund"), Page("Aarhus"), Page("Oslo")]);

        Assert.Equal(
            ["The text of Lund stands here.", "The text of Aarhus stands here.", "The text of Oslo stands here."],
            trimmed.Select(lines => Assert.Single(lines).Text));
    }

    [Fact]
    public void Keeps_lines_at_the_edge_that_do_not_come_back()
    {
        PdfLine[] Page(int i) => [new(1, $"{(char)('A' + i)} town", 10, 11, 300), new(2, $"{(char)('A' + i)} catch of {i} t", 800, 11, 100)];
        IReadOnlyList<PdfLine>[] pages = [Page(0), Page(1), Page(2)];

        Assert.Equal(pages.Select(p => p.Count), PdfFurniture.Trim(pages).Select(p => p.Count));
    }
}
