using ForumQA.Answering;
using ForumQA.Text;

namespace ForumQA.Tests.Answering;

public sealed class CitationBookTests
{
    private static readonly Document Lindale = new()
    {
        Id = "lindale.pdf",
        Title = "Lindale",
        Uri = "https://example.com/lindale",
        Text = "Lindale\n\nHarbour\n\nThe harbour is old.",
        Headings = [new(0, 7, 1, "Lindale"), new(9, 16, 2, "Harbour")],
        Pages = [new(0, 1), new(9, 2)],
    };

    private readonly CitationBook _book = new();

    [Fact]
    public void Tells_of_the_place_that_is_quoted()
    {
        var citation = _book.Cite(Lindale, "lindale.pdf#0", new TextSpan(18, 37));

        Assert.Equal(("The harbour is old.", "Harbour", 2), (citation.Quotation, citation.Heading, citation.Page));
        Assert.Equal(("Lindale", "https://example.com/lindale", "lindale.pdf#0"), (citation.DocumentTitle, citation.DocumentUri, citation.PassageId));
        Assert.True(citation.StandsIn(Lindale.Text));
    }

    [Fact]
    public void Counts_from_one_and_gives_the_same_quotation_the_same_number()
    {
        int[] numbers = [Cite(9, 16), Cite(18, 37), Cite(9, 16), Cite(9, 37)];

        Assert.Equal([1, 2, 1, 3], numbers);
    }

    private int Cite(int start, int end) => _book.Cite(Lindale, "lindale.pdf#0", new TextSpan(start, end)).Number;
}
