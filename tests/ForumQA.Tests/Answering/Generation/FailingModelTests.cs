using ForumQA.Answering;
using ForumQA.Models.Chat;
using ForumQA.Tests.Models;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Answering.Generation;

/// <summary>A user is never left without an answer because a model is down, slow, confused or gone.</summary>
public sealed class FailingModelTests : IAsyncLifetime
{
    private const string Question = "Who opened the harbour of Lindale?";
    private const string Silence = "silence";
    private const string First = "Ada Quill opened the new harbour on 4 May 1921 [1].";

    private readonly ManualTime _time = new();
    private ModelCorpus _corpus = null!;

    public static TheoryData<string, RequestDelegate> DeadModels { get; } = new()
    {
        { "a wrong key", ChatReply.KeyRefused() },
        { "an unknown model", ChatReply.ModelUnknown() },
        { "a web page", ChatReply.Html() },
        { "too many requests", ChatReply.Busy("3600") },
        { "a server error", ChatReply.Status(500) },
        { Silence, ChatReply.Stall() },
        { "nothing said", ChatReply.Empty() },
        { "only a broken half sentence", ChatReply.BreakOff("Ada Quill opened the") },
        { "only thoughts", ChatReply.Text("<think>Ada Quill opened the harbour.</think>") },
        { "a prompt that is too long", ChatReply.ContextTooLong() },
        { "broken JSON", ChatReply.Malformed("Ada") },
    };

    private ScriptedModelServer Model => _corpus.Server;

    public async Task InitializeAsync() => _corpus = await ModelCorpus.CreateAsync(_time);

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Theory]
    [MemberData(nameof(DeadModels))]
    public async Task The_documents_answer_themselves_and_the_answer_says_why(string failure, RequestDelegate reply)
    {
        Model.Then(failure == Silence ? FallSilentAfter("", Task.CompletedTask) : reply);

        var updates = await _corpus.UpdatesAsync(new AnswerRequest(Question));

        var answer = ((AnswerCompleted)updates[^1]).Answer;
        Assert.Equal("Ada Quill opened the new harbour of Lindale on 4 May 1921.", answer.Sentences[0].Text);
        Assert.Null(answer.Model);
        var note = Assert.Single(answer.Notes);
        Assert.Equal("model-unavailable", note.Code);
        Assert.True(note.Message.Length > 60, failure);
        Assert.Equal(answer.Sentences, Counting(updates));
    }

    [Theory]
    [MemberData(nameof(DeadModels))]
    public async Task It_is_an_error_when_only_the_model_may_answer(string failure, RequestDelegate reply)
    {
        Model.Then(failure == Silence ? FallSilentAfter("", Task.CompletedTask) : reply);

        var error = await Assert.ThrowsAsync<ChatException>(() => _corpus.AskAsync(new AnswerRequest(Question) { Mode = AnswerMode.Generative }));

        Assert.True(error.Code.StartsWith("chat-", StringComparison.Ordinal), failure);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_replaced_too()
    {
        await Model.DisposeAsync();

        var answer = await _corpus.AskAsync(Question);

        Assert.Equal("model-unavailable", Assert.Single(answer.Notes).Code);
        Assert.NotEmpty(answer.Sentences);
    }

    [Fact]
    public async Task A_failure_while_a_follow_up_is_rewritten_costs_no_answer_and_no_second_request()
    {
        Model.Then(ChatReply.Status(500));

        var answer = await _corpus.AskAsync("And who was its keeper in 1930?", new ConversationTurn("How high is the lighthouse of Lindale?"));

        Assert.Single(Model.Received);
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("Tom Birch", StringComparison.Ordinal));
        Assert.Equal("model-unavailable", Assert.Single(answer.Notes).Code);
    }

    [Theory]
    [InlineData("breaks off")]
    [InlineData("is cut")]
    [InlineData("falls silent")]
    [InlineData("loops")]
    public async Task What_was_verified_before_the_end_came_too_early_stays(string how)
    {
        const string Half = $"{First} The harbour has th";
        var read = new TaskCompletionSource();
        Model.Then(how switch
        {
            "breaks off" => ChatReply.BreakOff(Half),
            "is cut" => ChatReply.Cut(Half),
            "falls silent" => FallSilentAfter(Half, read.Task),
            _ => ChatReply.Loop($"{First} "),
        });

        var answer = await AskAsync();

        Assert.Equal("Ada Quill opened the new harbour on 4 May 1921.", Assert.Single(answer.Sentences).Text);
        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.Equal("model-interrupted", Assert.Single(answer.Notes).Code);

        async Task<Answer> AskAsync()
        {
            AnswerUpdate? last = null;
            await foreach (var update in _corpus.Answerer.AnswerAsync(new AnswerRequest(Question), CancellationToken.None))
            {
                last = update;
                if (update is SentenceVerified)
                {
                    read.TrySetResult();
                }
            }

            return ((AnswerCompleted)last!).Answer;
        }
    }

    [Fact]
    public async Task Text_that_does_not_count_any_more_is_taken_back()
    {
        Model.Then(ChatReply.BreakOff("Ada Quill opened the"));

        var updates = await _corpus.UpdatesAsync(new AnswerRequest(Question));

        var restarted = updates.FindIndex(update => update is AnswerRestarted);
        Assert.Contains(updates.Take(restarted), update => update is TextDelta);
        Assert.DoesNotContain(updates.Skip(restarted), update => update is TextDelta);
    }

    [Fact]
    public async Task A_model_that_ignores_the_format_is_cited_all_the_same()
    {
        Model.Then(ChatReply.Text("## Answer\n\n- **Ada Quill** opened the new harbour on 4 May 1921.\n- The harbour has three docks.\n"));

        var answer = await _corpus.AskAsync(Question);

        Assert.Empty(answer.Notes);
        Assert.Equal(["Ada Quill opened the new harbour on 4 May 1921.", "The harbour has three docks."], answer.Sentences.Select(sentence => sentence.Text));
        Assert.All(answer.Citations, citation => Assert.True(citation.Corrected));
    }

    [Fact]
    public async Task The_key_is_in_no_message()
    {
        await using var corpus = await ModelCorpus.CreateAsync(("Chat:ApiKey", "sk-very-secret"));
        corpus.Server.Then(ChatReply.Error(401, "Incorrect API key provided: sk-very-secret.", "invalid_request_error", "invalid_api_key"));

        var answer = await corpus.AskAsync(Question);

        Assert.Equal("Bearer sk-very-secret", corpus.Server.Keys[0]);
        Assert.DoesNotContain("sk-very-secret", Assert.Single(answer.Notes).Message, StringComparison.Ordinal);
    }

    /// <summary>Sends a text; once it is read, time passes until the client gives up, however long the client's limit is and however slow the machine.</summary>
    private RequestDelegate FallSilentAfter(string text, Task read) => ChatReply.Write(async answer =>
    {
        if (text.Length > 0)
        {
            await answer.TextAsync(text);
        }

        await read.WaitAsync(answer.Closed);
        while (!answer.Closed.IsCancellationRequested)
        {
            _time.Pass(TimeSpan.FromSeconds(10));
            await Task.Delay(10, CancellationToken.None);
        }
    });

    /// <summary>The sentences as a view of the stream has them at its end.</summary>
    private static List<AnswerSentence> Counting(IEnumerable<AnswerUpdate> updates)
    {
        var sentences = new List<AnswerSentence>();
        foreach (var update in updates)
        {
            switch (update)
            {
                case AnswerRestarted:
                    sentences.Clear();
                    break;
                case SentenceVerified verified:
                    sentences.Add(verified.Sentence);
                    break;
            }
        }

        return sentences;
    }
}
