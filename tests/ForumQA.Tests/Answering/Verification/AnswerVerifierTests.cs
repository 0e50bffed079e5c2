using ForumQA.Answering;
using ForumQA.Answering.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Verification;

public sealed class AnswerVerifierTests
{
    private static readonly SuppliedPassage Data = Supply(1, "data.md", "Forum\n\nXu Li opened the forum in Beijing. She said that data must be shared across borders. Trade in data grew by 12 percent in 2020.");
    private static readonly SuppliedPassage Robots = Supply(2, "robots.md", "Kenji Ito spoke of robots. Robots will care for old people in Japan by 2030. Japan trains 300 engineers a year.");
    private static readonly SuppliedPassage Water = Supply(3, "water.md", "Liu Song compared data with water. The forum closed with a statement on peace.");

    [Fact]
    public void Quotes_the_sentence_that_carries_the_claim()
    {
        var verified = Verify("Robots will care for old people in Japan by 2030.", 2);

        var citation = Assert.Single(verified.Citations);
        Assert.Equal((Support.Supported, "Robots will care for old people in Japan by 2030.", false), (verified.Support, citation.Quotation, citation.Corrected));
        Assert.Equal(Robots.Document.Text[citation.Start..citation.End], citation.Quotation);
        Assert.Equal(("robots.md", "robots.md#0"), (citation.DocumentId, citation.PassageId));
    }

    [Fact]
    public void Quotes_the_sentence_before_too_when_it_says_who_speaks()
    {
        var verified = Verify("Xu Li said that data must be shared across borders.", 1);

        Assert.Equal(Support.Supported, verified.Support);
        Assert.Equal("Xu Li opened the forum in Beijing. She said that data must be shared across borders.", Assert.Single(verified.Citations).Quotation);
    }

    [Fact]
    public void Drops_a_citation_to_a_passage_the_model_never_saw()
    {
        var verified = Verify("Japan trains 300 engineers a year.", 2, 99, 0);

        Assert.Equal([99, 0], verified.UnknownMarkers);
        Assert.Equal("Japan trains 300 engineers a year.", Assert.Single(verified.Citations).Quotation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(99)]
    [InlineData(null)]
    public void Corrects_a_wrong_or_missing_citation(int? marker)
    {
        var verified = Verify("Japan trains 300 engineers a year.", marker is { } number ? [number] : []);

        Assert.Equal(Support.Supported, verified.Support);
        Assert.Equal(("robots.md", true), (Assert.Single(verified.Citations).DocumentId, verified.Citations[0].Corrected));
    }

    [Fact]
    public void Leaves_out_a_citation_that_adds_nothing()
    {
        var verified = Verify("Japan trains 300 engineers a year.", 1, 2, 3);

        Assert.Equal("robots.md", Assert.Single(verified.Citations).DocumentId);
        Assert.False(verified.Citations[0].Corrected);
    }

    [Fact]
    public void Cites_a_passage_for_each_part()
    {
        var verified = Verify("Trade in data grew by 12 percent in 2020, while robots will care for old people in Japan by 2030.", 1, 2);

        Assert.Equal(Support.Supported, verified.Support);
        Assert.Equal(["data.md", "robots.md"], verified.Citations.Select(citation => citation.DocumentId));
    }

    [Fact]
    public void Adds_the_passage_that_the_model_forgot_for_a_part()
    {
        var verified = Verify("Trade in data grew by 12 percent in 2020, while robots will care for old people in Japan by 2030.", 1);

        Assert.Equal(Support.Supported, verified.Support);
        Assert.Equal([false, true], verified.Citations.Select(citation => citation.Corrected));
    }

    [Theory]
    [InlineData("Japan trains 400 engineers a year.")]
    [InlineData("China trains 300 engineers a year.")]
    [InlineData("Japan does not train 300 engineers a year.")]
    [InlineData("Japan trains 300 engineers a month.")]
    [InlineData("Robots will care for old people in Japan by 2040.")]
    [InlineData("Kenji Ito said that data must be shared across borders.")]
    [InlineData("Liu Song opened the forum in Beijing.")]
    [InlineData("Kenji Ito compared data with water.")]
    [InlineData("The forum was paid for by farmers.")]
    public void Never_calls_a_planted_error_supported(string sentence)
    {
        foreach (var markers in new int[][] { [], [1], [2], [3], [1, 2, 3], [99] })
        {
            var verified = Verify(sentence, markers);

            Assert.NotEqual(Support.Supported, verified.Support);
            Assert.Equal(verified.Support == Support.Unsupported, verified.Citations.Count == 0);
        }
    }

    [Fact]
    public void Numbers_quotations_in_the_order_of_first_use()
    {
        var verifier = new AnswerVerifier([Data, Robots, Water]);
        int[] Numbers(string text, params int[] markers) => [.. verifier.Verify(new MarkedSentence(text, markers)).Citations.Select(citation => citation.Number)];

        Assert.Equal([1], Numbers("Japan trains 300 engineers a year.", 2));
        Assert.Equal([2], Numbers("Liu Song compared data with water.", 3));
        Assert.Equal([3], Numbers("Trade in data grew by 12 percent in 2020.", 1));
        Assert.Equal([1], Numbers("Japan trains 300 engineers.", 2));
    }

    [Fact]
    public void Keeps_each_quotation_within_one_passage_of_the_stretch_supplied()
    {
        const string text = "Liu Song compared data with water. Water must be managed. Kenji Ito spoke of robots. Robots work in Japan.";
        var cut = text.IndexOf("Kenji", StringComparison.Ordinal);
        var document = new Document { Id = "a.md", Title = "A", Uri = "a.md", Text = text };
        var supplied = new SuppliedPassage(1, document, [Passage(document, 0, cut - 1, 0), Passage(document, cut, text.Length, 1)]);

        var citation = Assert.Single(new AnswerVerifier([supplied]).Verify(new MarkedSentence("Robots work in Japan.", [1])).Citations);

        Assert.Equal(("a.md#1", "Robots work in Japan."), (citation.PassageId, text[citation.Start..citation.End]));
    }

    [Fact]
    public void Quotes_no_heading()
    {
        var verified = Verify("Forum", 1);

        Assert.Equal(Support.Partial, verified.Support);
        Assert.NotEqual("Forum", Assert.Single(verified.Citations).Quotation);
    }

    [Fact]
    public void Every_citation_is_verbatim_trimmed_and_inside_its_passage() =>
        Prop.ForAll(Gen.Elements("Data", "robots", "Japan", "trade", "forum", "300", "2020", "not", "grew", "water", ",", "and", "while", ".").ListOf().ToArbitrary(), words =>
        {
            SuppliedPassage[] passages = [Data, Robots, Water];
            var verified = new AnswerVerifier(passages).Verify(new MarkedSentence(string.Join(' ', words), [words.Count % 5]));
            return (verified.Support == Support.Unsupported) == (verified.Citations.Count == 0) && verified.Citations.All(citation =>
                passages.Single(passage => passage.Document.Id == citation.DocumentId) is var passage
                && passage.Passages.Single(p => p.Id == citation.PassageId) is var own
                && citation.Start >= own.Start && citation.End <= own.End
                && passage.Document.Text[citation.Start..citation.End] == citation.Quotation
                && citation.Quotation.Trim() == citation.Quotation);
        }).QuickCheckThrowOnFailure();

    private static AnswerSentence Verify(string sentence, params int[] markers) =>
        new AnswerVerifier([Data, Robots, Water]).Verify(new MarkedSentence(sentence, markers));

    private static SuppliedPassage Supply(int number, string id, string text)
    {
        var document = new Document { Id = id, Title = id, Uri = id, Text = text };
        return new SuppliedPassage(number, document, [Passage(document, 0, text.Length, 0)]);
    }

    private static Passage Passage(Document document, int start, int end, int ordinal) => new()
    {
        Id = $"{document.Id}#{ordinal}",
        DocumentId = document.Id,
        Ordinal = ordinal,
        Start = start,
        End = end,
        Text = document.Text[start..end],
    };
}
