using ForumQA.Answering;
using ForumQA.Tests.Retrieval;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering;

public sealed class CitationVerifierTests
{
    private const string Text = "Data are like water. They must be managed, said Liu Song in 2020.";

    [Fact]
    public void Keeps_a_quotation_that_stands_where_it_says()
    {
        var verified = Verify("Data are like water.", Quote(0, 20));

        Assert.Equal(Support.Supported, verified.Support);
        Assert.Equal(1, Assert.Single(verified.Citations).Number);
    }

    [Theory]
    [InlineData(1, 21, "Data are like water.")]
    [InlineData(0, 20, "Data are like wine!!")]
    [InlineData(0, 4000, "Data are like water.")]
    [InlineData(-1, 19, "Data are like water.")]
    [InlineData(20, 20, "")]
    public void Drops_a_quotation_that_does_not(int start, int end, string quotation)
    {
        var verified = Verify("Data are like water.", Quote(0, 20) with { Start = start, End = end, Text = quotation });

        Assert.Empty(verified.Citations);
        Assert.Equal(Support.Unsupported, verified.Support);
    }

    [Fact]
    public void Gives_the_headings_and_the_page_of_the_quotation_and_not_of_its_passage()
    {
        var document = new Document
        {
            Id = "a.pdf",
            Title = "Forum",
            Uri = "a.pdf",
            Text = "Forum\n\nTrade\n\nTrade grows.\n\nData\n\nData flow.",
            Headings = [new(0, 5, 1, "Forum"), new(7, 12, 2, "Trade"), new(28, 32, 2, "Data")],
            Pages = [new(0, 1), new(28, 2)],
        };
        var passage = new Passage
        {
            Id = "a.pdf#0",
            DocumentId = "a.pdf",
            Ordinal = 0,
            Start = 0,
            End = document.Text.Length,
            Text = document.Text,
            Heading = null,
            Page = 1,
        };
        var quotation = new QuotedSpan("a.pdf", "a.pdf#0", 34, 44, "Data flow.");

        var verified = new CitationVerifier(_ => document, _ => passage).Verify([new QuotedSentence("Data flow.", [quotation])]);

        Assert.Equal(("Data", 2), (verified[0].Citations[0].Heading, verified[0].Citations[0].Page));
    }

    [Fact]
    public void Drops_a_citation_to_a_document_or_a_passage_that_is_not_there()
    {
        var verified = Verify("Data are like water.", Quote(0, 20) with { DocumentId = "gone.md" }, Quote(0, 20) with { PassageId = "gone.md#0" });

        Assert.Empty(verified.Citations);
    }

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(0, 19, false)]
    [InlineData(1, 20, false)]
    [InlineData(0, 65, true)]
    public void Drops_a_quotation_that_its_passage_does_not_have_whole(int start, int end, bool holds)
    {
        var passage = FindPassage("a.md#0")! with { Start = start, End = end };

        var verified = new CitationVerifier(Find, _ => passage).Verify([new QuotedSentence("Data are like water.", [Quote(0, 20)])]);

        Assert.Equal(holds ? 1 : 0, verified[0].Citations.Count);
    }

    [Fact]
    public void Drops_a_quotation_from_a_passage_of_another_document()
    {
        var passage = FindPassage("a.md#0")! with { DocumentId = "b.md" };

        Assert.Empty(new CitationVerifier(Find, _ => passage).Verify([new QuotedSentence("Data are like water.", [Quote(0, 20)])])[0].Citations);
    }

    [Fact]
    public void Drops_a_quotation_whose_end_is_not_where_its_words_end() =>
        Assert.Empty(Verify("Data are like water.", Quote(0, 20) with { End = 21 }).Citations);

    [Fact]
    public void Cites_the_same_words_once_and_reads_a_document_and_a_passage_once()
    {
        var (documents, passages) = (0, 0);
        Document? CountDocument(string id)
        {
            documents++;
            return Find(id);
        }

        Passage? CountPassage(string id)
        {
            passages++;
            return FindPassage(id);
        }

        var quoted = new QuotedSentence("Data are like water.", [Quote(0, 20), Quote(0, 20), Quote(0, 20) with { DocumentId = "gone.md" }], "Theme");

        var verified = new CitationVerifier(CountDocument, CountPassage).Verify([quoted, quoted]);

        Assert.All(verified, sentence => Assert.Single(sentence.Citations));
        Assert.Equal("Theme", verified[1].Group);
        Assert.Equal((2, 1), (documents, passages));
    }

    [Fact]
    public void Numbers_what_is_left_from_one_in_the_order_of_use()
    {
        var verified = new CitationVerifier(Find, FindPassage).Verify(
        [
            new QuotedSentence("Data are like wine.", [Quote(0, 20) with { Text = "Data are like wine!!" }]),
            new QuotedSentence("They must be managed.", [Quote(21, Text.Length)]),
        ]);

        Assert.Equal([Support.Unsupported, Support.Supported], verified.Select(sentence => sentence.Support));
        Assert.Equal(1, Assert.Single(verified[1].Citations).Number);
    }

    [Theory]
    [InlineData("Liu Song said in 2020 that data must be managed like water.", Support.Supported)]
    [InlineData("Liu Song said in 2019 that data must be managed like water.", Support.Unsupported)]
    [InlineData("Gao Bo said in 2020 that data must be managed like water.", Support.Partial)]
    [InlineData("Liu Song said in 2020 that data must not be managed like water.", Support.Unsupported)]
    [InlineData("Robots will replace most drivers.", Support.Unsupported)]
    public void Judges_how_far_the_quotation_carries_a_sentence(string sentence, Support expected)
    {
        Assert.Equal(expected, Verify(sentence, Quote(0, Text.Length)).Support);
    }

    [Fact]
    public void Never_calls_a_sentence_supported_whose_citations_do_not_hold()
    {
        Prop.ForAll<int, int, NonNull<string>>((start, end, quotation) =>
        {
            var quoted = Quote(0, 1) with { Start = start % 80, End = end % 80, Text = quotation.Get };
            var verified = Verify(quotation.Get, quoted);
            var holds = quoted.Start >= 0 && quoted.End <= Text.Length && quoted.Start < quoted.End && Text[quoted.Start..quoted.End] == quotation.Get;
            return holds == (verified.Citations.Count == 1) && (holds || verified.Support == Support.Unsupported);
        }).QuickCheckThrowOnFailure();
    }

    private static AnswerSentence Verify(string sentence, params QuotedSpan[] quotations) =>
        new CitationVerifier(Find, FindPassage).Verify([new QuotedSentence(sentence, quotations)]).Single();

    private static Document? Find(string id) => id == "a.md" ? SampleRanking.DocumentOf(id, Text) : null;

    private static Passage? FindPassage(string id) => id == "a.md#0" ? SampleRanking.PassageOf("a.md", Text) : null;

    private static QuotedSpan Quote(int start, int end) => new("a.md", "a.md#0", start, end, Text[start..end]);
}
