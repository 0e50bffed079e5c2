using ForumQA.Answering.Checking;
using ForumQA.Tests.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Checking;

public sealed class ClaimSplitterTests
{
    [Theory]
    [InlineData("The harbour has three docks.", ClaimKind.Statement)]
    [InlineData("I think that Ada Quill opened the harbour.", ClaimKind.Statement)]
    [InlineData("We believe that trade grew by 5 percent.", ClaimKind.Statement)]
    [InlineData("Hello again!", ClaimKind.Greeting)]
    [InlineData("Dear Ms Quill,", ClaimKind.Greeting)]
    [InlineData("Sehr geehrte Frau Klein,", ClaimKind.Greeting)]
    [InlineData("Kind regards", ClaimKind.Greeting)]
    [InlineData("Thank you very much for your help.", ClaimKind.Greeting)]
    [InlineData("I think the view was wonderful.", ClaimKind.Opinion)]
    [InlineData("In my opinion, the bread is too dark.", ClaimKind.Opinion)]
    [InlineData("We should meet there again.", ClaimKind.Opinion)]
    [InlineData("Please send me the minutes.", ClaimKind.Request)]
    [InlineData("Could you forward this to the harbour master.", ClaimKind.Request)]
    [InlineData("How many docks does the harbour have?", ClaimKind.Question)]
    [InlineData("港口有几个码头？", ClaimKind.Question)]
    [InlineData("## Opening hours of the harbour", ClaimKind.Heading)]
    [InlineData("The main points:", ClaimKind.Heading)]
    [InlineData("Well done.", ClaimKind.Greeting)]
    [InlineData("Indeed.", ClaimKind.Fragment)]
    public void A_sentence_is_told_by_what_it_does(string text, ClaimKind kind) => Assert.Equal(kind, Assert.Single(ClaimSplitter.Split(text, [])).Kind);

    [Fact]
    public void A_title_is_a_line_of_its_own_above_an_empty_line()
    {
        Assert.Equal([ClaimKind.Heading, ClaimKind.Statement], Kinds("The Harbour of Lindale\n\nThe harbour has three docks."));
        Assert.Equal([ClaimKind.Statement, ClaimKind.Statement], Kinds("The harbour has three docks\n\nThe bakery sells bread"));
    }

    [Fact]
    public void Headings_of_a_document_that_was_read_are_known() =>
        Assert.Equal([ClaimKind.Heading, ClaimKind.Statement], [.. ClaimSplitter.Split("How it grew over the years\nIt has three docks today.", [new DocumentHeading(0, 26, 1, "How it grew over the years")]).Select(claim => claim.Kind)]);

    [Fact]
    public void A_run_of_letters_without_end_is_no_sentence() => Assert.Equal([ClaimKind.Fragment], Kinds(string.Concat(Enumerable.Repeat("harbour dock ", 200))));

    [Fact]
    public void What_marks_a_sentence_up_is_not_checked()
    {
        var claim = Assert.Single(ClaimSplitter.Split("> 1. The **harbour** has `three` docks [1, 2], _one_ of them dry [3].", []));

        Assert.Equal("The harbour has three docks, one of them dry.", claim.Words);
    }

    [Fact]
    public void Claims_stand_in_order_within_the_text_and_cover_all_letters() =>
        Prop.ForAll(SentenceSplitterProperties.Texts.ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var claim in ClaimSplitter.Split(text, []))
            {
                if (claim.Span.Start < end || claim.Span.End > text.Length || !claim.Span.Of(text).ToString().Any(char.IsLetterOrDigit))
                {
                    return false;
                }

                end = claim.Span.End;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static List<ClaimKind> Kinds(string text) => [.. ClaimSplitter.Split(text, []).Select(claim => claim.Kind)];
}
