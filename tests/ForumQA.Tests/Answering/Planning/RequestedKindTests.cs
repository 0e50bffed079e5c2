using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Requests that say what kind of answer they want, over the corpus that everyone starts with.</summary>
public sealed class RequestedKindTests(SeedsFixture seeds) : IClassFixture<SeedsFixture>
{
    [Theory]
    [InlineData("Gao Bo", QuestionKind.Documents)]
    [InlineData("Gao Bo", QuestionKind.Summary)]
    [InlineData("speakers at the 20th forum", QuestionKind.List)]
    [InlineData("speakers at the 20th forum", QuestionKind.Count)]
    [InlineData("the 16th forum, the 20th forum", QuestionKind.Comparison)]
    [InlineData("Who spoke at the 20th forum?", QuestionKind.Fact)]
    [InlineData("Jeff Shi and Fumihiko Kamio on productivity", QuestionKind.Fact)]
    public async Task The_same_words_get_the_kind_of_answer_that_is_asked_for(string question, QuestionKind kind)
    {
        var answer = await seeds.AskAsync(new AnswerRequest(question) { Kind = kind });

        Assert.Equal(kind, answer.Kind);
        Assert.NotEmpty(answer.Sentences);
        Assert.Empty(answer.Notes);
    }

    [Fact]
    public async Task Without_a_kind_it_is_the_words_that_say_it()
    {
        Assert.Equal(QuestionKind.List, (await seeds.AskAsync("Who spoke at the 20th forum?")).Kind);
        Assert.Equal(QuestionKind.Comparison, (await seeds.AskAsync("Jeff Shi and Fumihiko Kamio on productivity")).Kind);
    }

    [Fact]
    public async Task Where_no_such_answer_can_be_made_it_is_answered_like_any_other_and_says_so()
    {
        var answer = await seeds.AskAsync(new AnswerRequest("Why did carbon emissions fall in 2020?") { Kind = QuestionKind.Comparison });

        Assert.Equal(QuestionKind.Fact, answer.Kind);
        Assert.NotEmpty(answer.Sentences);
        Assert.Equal("kind-not-possible", Assert.Single(answer.Notes).Code);
    }

    [Theory]
    [InlineData("thank you")]
    [InlineData("help")]
    [InlineData("what can you do?")]
    public async Task What_sounds_like_small_talk_is_looked_for_when_a_kind_is_asked_for(string message)
    {
        Assert.Equal(AnswerStatus.Conversation, (await seeds.AskAsync(message)).Status);

        Assert.NotEqual(AnswerStatus.Conversation, (await seeds.AskAsync(new AnswerRequest(message) { Kind = QuestionKind.Documents })).Status);
    }

    [Fact]
    public async Task Another_length_of_the_last_answer_is_still_understood_as_that()
    {
        var answer = await seeds.AskAsync(new AnswerRequest("in one sentence")
        {
            Kind = QuestionKind.Summary,
            History = [new ConversationTurn("Summarize the 20th forum", "Something.")],
        });

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.Equal("20th-forum-digital-future.md", Assert.Single(answer.Citations).DocumentId);
    }

    [Fact]
    public async Task A_message_without_a_word_asks_nothing_whatever_its_kind() =>
        Assert.Equal(AnswerStatus.Conversation, (await seeds.AskAsync(new AnswerRequest("?!") { Kind = QuestionKind.List })).Status);

    [Fact]
    public async Task Small_talk_cannot_be_asked_for()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => seeds.AskAsync(new AnswerRequest("Gao Bo") { Kind = QuestionKind.Conversation }));

        Assert.Contains("Leave Kind null", refusal.Message, StringComparison.Ordinal);
    }
}
