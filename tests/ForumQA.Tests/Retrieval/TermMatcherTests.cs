using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

public sealed class TermMatcherTests
{
    [Theory]
    [InlineData("invasion", "invasions", 1)]
    [InlineData("правительство", "правительства", 1)]
    [InlineData("mathematical", "mathmatical", 0.9)]
    public void Credits_other_forms_and_misspellings_of_a_term(string asked, string written, double atLeast)
    {
        Assert.InRange(Match(asked, written), atLeast, 1);
    }

    [Theory]
    [InlineData("water", "winter")]
    [InlineData("2019", "2018")]
    [InlineData("China", "Japan")]
    public void Gives_no_credit_for_another_word(string asked, string written)
    {
        Assert.Equal(0, Match(asked, written));
    }

    [Fact]
    public void Counts_a_mere_likeness_to_a_word_of_the_language_for_less_than_its_presence()
    {
        var asked = SampleRanking.Profile("founded", ("a.md", "foundling"));
        var term = asked.Terms.Single();

        Assert.True(Match("founded", "foundling") >= TermMatcher.Present);
        Assert.True((term with { IsOrdinary = true }).IsNowhere);
        Assert.False((term with { IsOrdinary = true, IsName = true }).IsNowhere);
        Assert.False(term.IsNowhere);
    }

    [Fact]
    public void Counts_two_Chinese_characters_that_stand_apart_a_little()
    {
        var together = Match("数据", "管理数据");
        var apart = Match("数据", "数字和依据");

        Assert.Equal(1, together);
        Assert.InRange(apart, 0.01, TermMatcher.Present - 0.01);
    }

    private static double Match(string question, string sentence) =>
        new TermMatcher(SampleRanking.Profile(question, ("a.md", sentence))).Match(Tokenizer.Tokenize(sentence)).Single();
}
