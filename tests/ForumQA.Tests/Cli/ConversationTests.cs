using ForumQA.Answering;
using ForumQA.Cli.Chat;

namespace ForumQA.Tests.Cli;

public sealed class ConversationTests
{
    private readonly Conversation _conversation = new();

    [Fact]
    public void The_next_question_goes_with_the_turns_before_it()
    {
        _conversation.Add(Answer("Who spoke?", "Ada spoke.", "So did Tom."));
        _conversation.Add(Answer("Of what?"));

        var request = _conversation.Ask("And when?");

        Assert.Equal("And when?", request.Question);
        Assert.Equal([new ConversationTurn("Who spoke?", "Ada spoke. So did Tom."), new ConversationTurn("Of what?")], request.History);
    }

    [Fact]
    public void Only_the_latest_turns_go_along()
    {
        for (var i = 0; i < ConversationHistory.MaxTurns + 3; i++)
        {
            _conversation.Add(Answer($"Question {i}"));
        }

        var history = _conversation.Ask("Next").History;

        Assert.Equal(ConversationHistory.MaxTurns, history.Count);
        Assert.Equal("Question 3", history[0].Question);
    }

    [Fact]
    public void A_cleared_conversation_begins_anew()
    {
        _conversation.Add(Answer("Who spoke?", "Ada spoke."));

        _conversation.Clear();

        Assert.Empty(_conversation.Ask("When?").History);
        Assert.Null(_conversation.LastAnswer);
    }

    private static Answer Answer(string question, params string[] sentences) => new()
    {
        Question = question,
        Status = sentences.Length > 0 ? AnswerStatus.Answered : AnswerStatus.NotFound,
        Sentences = [.. sentences.Select(text => new AnswerSentence(text, [], Support.Supported))],
    };
}
