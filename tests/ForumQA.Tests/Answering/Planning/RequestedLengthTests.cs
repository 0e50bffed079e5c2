using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>How long an answer is asked to be.</summary>
public sealed class RequestedLengthTests(SeedsFixture seeds) : IClassFixture<SeedsFixture>
{
    [Theory]
    [InlineData("What is the 16th forum document about? Max 4 sentences.", 4)]
    [InlineData("What is the 20th forum about? In two sentences, please", 2)]
    [InlineData("In 3 sentences: summarise the essay of Gao Bo", 3)]
    public async Task Is_kept_and_searched_for_nowhere(string question, int most)
    {
        var answer = await seeds.AskAsync(question);

        Assert.Equal((AnswerStatus.Answered, QuestionKind.Summary), (answer.Status, answer.Kind));
        Assert.Equal(most, answer.Sentences.Count);
    }

    [Theory]
    [InlineData("give me a short overview of everything in these documents")]
    [InlineData("Summarise the files")]
    public async Task Documents_that_are_not_named_are_all_of_them(string question)
    {
        var answer = await seeds.AskAsync(question);

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.Equal(5, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
    }

    [Fact]
    public async Task Events_may_be_asked_for_by_a_part_of_their_name()
    {
        var answer = await seeds.AskAsync("which Beijing-Tokyo forums are covered here");

        Assert.StartsWith("3 events", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task Where_a_professor_teaches_is_told_by_the_professorship() =>
        Assert.Contains("International University", (await seeds.AskAsync("where does Tatsuo Yamasaki teach?")).Sentences[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_representative_is_whoever_speaks_for_the_organisation()
    {
        var answer = await seeds.AskAsync("What did the representative of NTT DATA say?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("Toshio Iwamoto", answer.Sentences[0].Text, StringComparison.Ordinal);
    }
}
