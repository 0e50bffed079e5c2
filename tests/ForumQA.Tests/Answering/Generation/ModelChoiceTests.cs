using ForumQA.Answering;
using ForumQA.Models.Chat;

namespace ForumQA.Tests.Answering.Generation;

/// <summary>One of several models is asked, by whatever name a question gives.</summary>
public sealed class ModelChoiceTests : IAsyncLifetime
{
    private const string Question = "Who was the keeper of the lighthouse in 1930?";

    private ModelCorpus _corpus = null!;

    private string[] Asked => [.. _corpus.Server.Requests.Select(request => (string)request["model"]!)];

    public async Task InitializeAsync()
    {
        _corpus = await ModelCorpus.CreateAsync(("Chat:Models:0", "model-2"), ("Chat:Models:1", "model-1"));
        _corpus.Server.Respond = _ => "Its keeper in 1930 was Tom Birch. [1]";
    }

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Fact]
    public async Task The_request_names_the_model_that_was_chosen_or_else_the_first()
    {
        await _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-2" });
        await _corpus.AskAsync(Question);

        Assert.Equal(["model-2", "model-1"], Asked);
    }

    [Fact]
    public async Task An_answer_is_kept_for_its_model_and_the_default_is_the_same_by_name()
    {
        await _corpus.AskAsync(Question);
        await _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-1" });
        await _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-2" });
        await _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-2" });

        Assert.Equal(["model-1", "model-2"], Asked);
    }

    [Fact]
    public async Task A_follow_up_is_completed_by_the_same_model()
    {
        await _corpus.AskAsync(new AnswerRequest("How high is it?") { Model = "model-2", History = [new ConversationTurn("Where is the lighthouse?", "In Lindale.")] });

        Assert.True(Asked.Length > 1);
        Assert.All(Asked, asked => Assert.Equal("model-2", asked));
    }

    [Theory]
    [InlineData(AnswerMode.Automatic)]
    [InlineData(AnswerMode.Extractive)]
    public async Task A_model_that_there_is_not_is_refused_with_those_there_are(AnswerMode mode)
    {
        var error = await Assert.ThrowsAsync<ForumQAException>(() => _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-3", Mode = mode }));

        Assert.Equal("model-unknown", error.Code);
        Assert.Contains("model-1, model-2", error.Message, StringComparison.Ordinal);
        Assert.Empty(Asked);
    }

    [Fact]
    public async Task A_failure_names_the_model_that_failed()
    {
        _corpus.Server.ThenStatus(404);

        var error = await Assert.ThrowsAsync<ChatException>(() => _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-2", Mode = AnswerMode.Generative }));

        Assert.Contains("'model-2'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_model_refuses_is_still_said_to_the_other()
    {
        _corpus.Server.ThenStatus(400, """{"error":{"message":"Unsupported parameter: temperature","param":"temperature"}}""");

        await _corpus.AskAsync(new AnswerRequest(Question) { Model = "model-2" });
        await _corpus.AskAsync(Question);

        Assert.Equal([true, false, true], _corpus.Server.Requests.Select(request => request["temperature"] is not null));
    }
}
