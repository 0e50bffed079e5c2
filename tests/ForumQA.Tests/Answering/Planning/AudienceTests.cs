using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

public sealed class AudienceTests
{
    [Theory]
    [InlineData("How many people came to the fair?", "The fair on the green had 212 visitors, and it rained.")]
    [InlineData("How many people attended the fair?", "At the fair on the green 40 attendees got wet.")]
    [InlineData("how many visitors came to the fair", "More than 300 people were at the fair on the green.")]
    public async Task Is_counted_by_whatever_word_a_text_has_for_it(string question, string line)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(
            ("fair.md", $"# The fair\n\n{line}\n\nIts 12 stalls sold salt."), ("rules.md", "# Rules\n\nStalls open at 9:00. Dogs stay at home."));

        var answer = await corpus.AskAsync(question);

        Assert.NotEqual(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains(line, StringComparison.Ordinal));
    }
}
