using ForumQA.Answering;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering;

public sealed class PlainGapTests
{
    [Theory]
    [InlineData("How many experts met?", "Twelve experts met in Paris on May 3.")]
    [InlineData("How many people met?", "Twelve experts met in Paris on May 3.")]
    [InlineData("How many people met?", "In all 212 visitors met in Paris on May 3.")]
    [InlineData("How many research centres does Spain have?", "The research centres of Spain number 40.")]
    [InlineData("How many employees does Acme have?", "Acme has 300 employees.")]
    public void A_number_beside_what_is_counted_leaves_no_gap(string question, string text)
    {
        var ranking = SampleRanking.Of(question, text);

        Assert.Null(PlainGap.FindRefusal(ranking, AnswerGap.None));
        Assert.Null(PlainGap.FindDoubt(ranking));
    }

    [Theory]
    [InlineData("How many visitors came to the fair?", "The fair took place on May 3 and 4, 2020.")]
    [InlineData("How many visitors did the 17th fair have?", "The 17th fair of 2019 opened at 18:00.")]
    [InlineData("How many visitors came to the fair?", "The COVID-19 fair was cut by 7%.")]
    public void Dates_and_times_count_nothing(string question, string text) =>
        Assert.Equal("The documents speak of what is named, but do not say how many.", PlainGap.FindRefusal(SampleRanking.Of(question, text), AnswerGap.None));

    [Theory]
    [InlineData("How many women are members?", "Today the club has 268 members, and the board is elected every year by all women.")]
    [InlineData("How many halls did the fair fill?", "Nine countries sent their firms to the fair.")]
    public void A_number_of_something_else_is_doubted(string question, string text)
    {
        var ranking = SampleRanking.Of(question, text);

        Assert.Null(PlainGap.FindRefusal(ranking, AnswerGap.None));
        Assert.Equal("The documents speak of this, but may not say how many.", PlainGap.FindDoubt(ranking));
    }

    [Theory]
    [InlineData("Why did Spain refuse to sign?", AnswerGap.Kind, true)]
    [InlineData("When did Spain join?", AnswerGap.OnlyNames, true)]
    [InlineData("Who refused to sign for Spain?", AnswerGap.None, false)]
    [InlineData("Why did Spain sign the agreement?", AnswerGap.Kind, false)]
    public void Neither_the_kind_nor_the_words_of_the_question_is_a_refusal_and_one_alone_is_none(string question, object gap, bool refuses) =>
        Assert.Equal(refuses, PlainGap.FindRefusal(SampleRanking.Of(question, "The agreement was one that Spain would sign with Peru."), (AnswerGap)gap) is not null);

    [Fact]
    public void A_noun_after_which_that_no_document_has_is_doubted() =>
        Assert.Equal("The documents speak of this, but of no hotel.", PlainGap.FindDoubt(SampleRanking.Of("Which hotel hosted the fair?", "The fair was hosted by Spain.")));

    [Fact]
    public void A_general_noun_after_which_need_not_be_repeated() =>
        Assert.Null(PlainGap.FindDoubt(SampleRanking.Of("Which country hosted the fair?", "The fair was hosted by Spain.")));

    [Fact]
    public void A_sentence_without_a_name_of_the_question_is_doubted() =>
        Assert.Equal("The documents speak of this, but not together with Acme.", PlainGap.FindDoubt(SampleRanking.Of("Who hosted the great fair of Paris with Acme?", "The great fair of Paris was hosted by Spain.", "Acme sells tiles.")));
}
