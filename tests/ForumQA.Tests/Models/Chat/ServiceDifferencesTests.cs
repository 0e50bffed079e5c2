using System.Text.Json.Nodes;
using ForumQA.Models.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

/// <summary>What services in the wild do differently from OpenAI's own.</summary>
public sealed class ServiceDifferencesTests : IAsyncLifetime
{
    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("Three docks.", "stop", """{"choices":[{"delta":{"content":"Three docks."},"finish_reason":"stop"}]}""", "[DONE]")]
    [InlineData("Three docks.", "stop", """{"choices":[{"delta":{"content":"Three docks."},"finish_reason":"stop"}],"usage":null}""")]
    [InlineData("Three docks.", null, """{"choices":[{"delta":{"content":"Three docks."}}]}""", "[DONE]")]
    [InlineData("Three docks.", null, """{"choices":[{"delta":{"content":"Three docks."}}]}""")]
    [InlineData("Three docks.", "stop", """{"id":null,"model":null,"created":null,"choices":[{"index":0,"delta":{"role":null,"content":"Three docks.","tool_calls":null},"finish_reason":""}]}""", """{"choices":[{"delta":{"content":null},"finish_reason":"stop"}]}""")]
    [InlineData("Three docks.", "stop", """{"choices":[{"delta":null}]}""", """{"choices":[]}""", """{}""", """{"choices":[{"delta":{"content":"Three docks."}}]}""", """{"choices":[{"delta":{},"finish_reason":"eos"}]}""")]
    [InlineData("Three docks.", "length", """{"choices":[{"delta":{"content":"Three docks."},"finish_reason":"max_tokens"}]}""")]
    [InlineData("Three docks.", "gave_up", """{"choices":[{"delta":{"role":"model","content":"Three docks."},"finish_reason":"gave_up"}]}""", "[DONE]")]
    [InlineData("Three docks.", "stop", """{"choices":[{"message":{"content":[{"type":"text","text":"Three "},{"type":"text","text":"docks."}]},"finish_reason":"stop"}]}""")]
    [InlineData("I cannot.", "stop", """{"choices":[{"delta":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}""", "[DONE]")]
    [InlineData("", "stop", """{"choices":[{"delta":{},"finish_reason":"stop"}]}""", "[DONE]")]
    public async Task Streams_with_less_or_other_things_in_them_are_read(string text, string? finishReason, params string[] chunks)
    {
        _server.Then(Stream([": a comment that keeps the connection open", .. chunks.Select(chunk => "data: " + chunk)]));
        using var client = Create();

        var response = await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal(text, response.Text);
        Assert.Equal(finishReason, response.FinishReason?.Value);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"Three docks."}}]}""")]
    [InlineData("""{"id":7,"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":"Three docks.","tool_calls":[]}}],"usage":{}}""")]
    public async Task A_service_that_does_not_stream_is_read_all_the_same(string body)
    {
        _server.ThenStatus(200, body, "application/json; charset=utf-8");
        using var client = Create();

        var response = await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal("Three docks.", response.Text);
    }

    [Fact]
    public async Task Thoughts_are_kept_apart_from_the_answer()
    {
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.ReasoningAsync("They ask for docks.");
            await answer.TextAsync("Three.");
            await answer.EndAsync();
        }));
        using var client = Create();

        var response = await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal("Three.", response.Text);
        Assert.Equal("They ask for docks.", response.Messages.Single().Contents.OfType<TextReasoningContent>().Single().Text);
    }

    [Fact]
    public async Task Usage_that_comes_with_every_chunk_is_counted_once()
    {
        _server.Then(Stream(
            """data: {"choices":[{"delta":{"content":"Three"}}],"usage":{"prompt_tokens":9,"completion_tokens":1}}""",
            """data: {"choices":[{"delta":{"content":"."},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":2}}"""));
        using var client = Create();

        var response = await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal((9L, 2L, 11L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_last_word_does_no_harm()
    {
        _server.Then(ChatReply.BreakOffAfter(async answer =>
        {
            await answer.TextAsync("Three.");
            await answer.LineAsync("""data: {"choices":[{"delta":{},"finish_reason":"stop"}]}""");
        }));
        using var client = Create();

        var response = await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal(("Three.", ChatFinishReason.Stop), (response.Text, response.FinishReason));
    }

    [Fact]
    public async Task The_limit_of_tokens_gets_its_new_name_where_the_old_one_is_refused_and_keeps_it()
    {
        var refuse = ChatReply.Error(
            400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "invalid_request_error", "unsupported_parameter", "max_tokens");
        _server.Then(refuse);
        using var client = Create();

        var first = await client.GetResponseAsync("How many docks?");
        await client.GetResponseAsync("And how many ships?");

        Assert.NotEmpty(first.Text);
        Assert.Equal([(1024, null), (null, 1024), (null, 1024)], _server.Requests.Select(Limits));
    }

    [Fact]
    public async Task The_limit_of_tokens_gets_its_old_name_where_the_new_one_is_not_known()
    {
        var dialect = new ServiceDialect(new Uri("https://api.openai.com/v1"));
        var body = new JsonObject { ["max_tokens"] = 5 };

        dialect.Apply(body);
        Assert.Equal((null, 5), Limits(body));
        var again = dialect.TryLearn(body, 422, new ServiceError("Extra inputs are not permitted: max_completion_tokens"));

        Assert.True(again);
        Assert.Equal((5, null), Limits(body));
    }

    [Fact]
    public async Task What_a_model_does_not_take_is_left_out_from_then_on()
    {
        _server.Then(ChatReply.Error(400, "Unsupported value: 'temperature' does not support 0 with this model.", "invalid_request_error", "unsupported_value", "temperature"));
        _server.Then(ChatReply.Error(400, "Unknown field stream_options.", "invalid_request_error"));
        using var client = Create();

        await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();
        await client.GetStreamingResponseAsync("How many docks?").ToChatResponseAsync();

        Assert.Equal([(true, true), (false, true), (false, false), (false, false)], _server.Requests.Select(request => (request["temperature"] is not null, request["stream_options"] is not null)));
    }

    private static (int? Old, int? New) Limits(JsonNode request) => ((int?)request["max_tokens"], (int?)request["max_completion_tokens"]);

    private static RequestDelegate Stream(params string[] lines) => ChatReply.Status(200, string.Join("\n\n", lines) + "\n\n", "text/event-stream");

    private RemoteChatClient Create() => ChatClients.Remote(_server.Endpoint);
}
