using ForumQA.Answering.Planning;
using ForumQA.Text;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>What a sentence says to a question for yes or no.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData("Was the Elder Bridge built in 1932?", "The Elder Bridge was built in 1932 by Ann Lee.")]
    [InlineData("is it true that the elder bridge was built in 1932", "The Elder Bridge was built in 1932.")]
    [InlineData("The elder bridge was built in 1932, is that right?", null)]
    [InlineData("Does the pump use 40 litres an hour?", "The pump uses 40 litres an hour.")]
    [InlineData("Did Ann Lee repair the roof?", "In May, Ann Lee repaired the roof of the hall.")]
    public void The_same_statement_is_a_yes(string question, string? sentence) =>
        Assert.Equal(sentence is null ? null : nameof(Verdict.Confirmed), Judge(question, sentence ?? ""));

    [Theory]
    [InlineData("Was the Elder Bridge built in 1932?", "The Elder Bridge was built in 1946.")]
    [InlineData("Does the pump use 40 litres an hour?", "The pump uses 55 litres an hour.")]
    [InlineData("Was the bridge opened in May?", "The bridge was opened in October.")]
    [InlineData("Did the bridge belong to the county?", "The bridge never belonged to the county.")]
    [InlineData("Did 12 members attend the meeting?", "9 members attended the meeting.")]
    public void Another_number_or_date_or_a_denial_is_a_no(string question, string sentence) =>
        Assert.Equal(nameof(Verdict.Denied), Judge(question, sentence));

    [Theory]
    [InlineData("Was the bridge built by Ann Lee?", "The bridge was built by Peter Ross.")]
    [InlineData("Is the hall closed on Sunday?", "The hall is closed on Monday.")]
    public void Another_name_is_said_without_a_no(string question, string sentence) =>
        Assert.NotEqual(nameof(Verdict.Denied), Judge(question, sentence));

    [Theory]
    [InlineData("Was the Elder Bridge built in 1932?", "The Elder Bridge may have been built in 1932.")]
    [InlineData("Was the Elder Bridge built in 1932?", "Ann Lee hoped that the Elder Bridge was built in 1932.")]
    [InlineData("Did Ann Lee repair the roof?", "The roof that Peter Ross repaired was praised by Ann Lee.")]
    [InlineData("Does the firm serve over 150 towns?", "The firm serves over 130 towns.")]
    [InlineData("Was the 18th meeting held in Elder Hall?", "The 17th meeting was held in Elder Hall.")]
    [InlineData("Is the share 25% of the total?", "The share, which was 15% of the total, will be 25% of it by 2030.")]
    [InlineData("Did the firm sell pumps?", "The firm buys pumps.")]
    public void What_only_comes_near_decides_nothing(string question, string sentence) =>
        Assert.Equal(nameof(Verdict.Open), Judge(question, sentence));

    [Theory]
    [InlineData("Who built the bridge?")]
    [InlineData("Was Ann Lee a director or a board member?")]
    [InlineData("Did anyone repair the roof?")]
    [InlineData("Was the bridge not built in 1932?")]
    public void Some_questions_no_sentence_decides(string question) => Assert.Null(Judge(question, "Ann Lee built the bridge in 1932."));

    [Fact]
    public void Who_is_named_beside_an_event_need_not_have_been_there()
    {
        var names = new[] { "ann", "lee", "meeting" };

        Assert.Null(Assertion.Of("Was Ann Lee at the meeting?", word => names.Contains(word.Folded)));
    }

    private static string? Judge(string question, string sentence) => Assertion.Of(question, (Word _) => false)?.Judge(sentence).ToString();
}
