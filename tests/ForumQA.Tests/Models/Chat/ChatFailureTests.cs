using ForumQA.Models.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

/// <summary>What one try says when it fails.</summary>
public sealed class ChatFailureTests : IAsyncLifetime
{
    private const string Key = "sk-secret";

    private ScriptedModelServer _server = null!;

    public static TheoryData<string, RequestDelegate, string, string> Misbehaviours => new()
    {
        { "key", ChatReply.KeyRefused(), "chat-key-refused", "Chat:ApiKey" },
        { "forbidden", ChatReply.Status(403), "chat-key-refused", "Chat:ApiKey" },
        { "model", ChatReply.ModelUnknown(), "chat-model-unknown", "Chat:Model" },
        { "model of Ollama", ChatReply.Status(404, """{"error":{"message":"model \"x\" not found, try pulling it first"}}"""), "chat-model-unknown", "try pulling it first" },
        { "model with 400", ChatReply.Error(400, "No such model.", "invalid_request_error", "model_not_found"), "chat-model-unknown", "Chat:Model" },
        { "route", ChatReply.Status(404, "404 page not found", "text/plain"), "chat-model-unknown", "/v1" },
        { "method", ChatReply.Status(405), "chat-model-unknown", "/v1" },
        { "context", ChatReply.ContextTooLong(), "chat-context-too-long", "Chat:ContextTokens" },
        { "context of llama.cpp", ChatReply.Error(400, "the request exceeds the available context size", "exceed_context_size_error", "400"), "chat-context-too-long", "Chat:ContextTokens" },
        { "too large", ChatReply.Status(413), "chat-context-too-long", "Chat:ContextTokens" },
        { "busy", ChatReply.Busy("7"), "chat-busy", "7 s" },
        { "money", ChatReply.Error(429, "You exceeded your quota.", "insufficient_quota", "insufficient_quota"), "chat-quota-exceeded", "plan" },
        { "refused", ChatReply.Error(400, $"Bad things about {Key}.", "invalid_request_error"), "chat-refused", "Bad things about (key)" },
        { "failed", ChatReply.Error(500, "Out of memory.", "server_error"), "chat-failed", "Out of memory." },
        { "gateway", ChatReply.Html(502), "chat-failed", "status 502" },
        { "web page", ChatReply.Html(), "chat-bad-answer", "/v1" },
        { "web page that lies", ChatReply.Status(200, "<html></html>"), "chat-bad-answer", "/v1" },
        { "other JSON", ChatReply.Status(200, """{"status":"ok"}"""), "chat-bad-answer", "/v1" },
        { "JSON list", ChatReply.Status(200, "[]"), "chat-bad-answer", "/v1" },
        { "odd choices", ChatReply.Status(200, """{"choices":["a"]}"""), "chat-bad-answer", "/v1" },
        { "nothing", ChatReply.Status(200, "", "text/plain"), "chat-bad-answer", "/v1" },
        { "no stream", ChatReply.Status(200, "hello", "text/event-stream"), "chat-bad-answer", "/v1" },
        { "malformed", ChatReply.Malformed("Three"), "chat-bad-answer", "JSON" },
        { "error with 200", ChatReply.Status(200, """{"error":"model is loading"}"""), "chat-failed", "model is loading" },
        { "error in the stream", ChatReply.FailAfter("Three"), "chat-failed", "out of memory" },
        { "context in the stream", ChatReply.FailAfter("", """{"message":"maximum context length is 10","code":400}"""), "chat-context-too-long", "Chat:ContextTokens" },
        { "breaks off", ChatReply.BreakOff("Three"), "chat-interrupted", "Ask again" },
        { "hangs up", ChatReply.HangUp(), "chat-unreachable", "Chat:Endpoint" },
    };

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Says_what_is_wrong_and_what_to_do(string what, RequestDelegate reply, string code, string remedy)
    {
        Assert.NotEmpty(what);
        _server.Then(reply);
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetStreamingResponseAsync("How many docks?").ToListAsync().AsTask());

        Assert.Equal(code, error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_whole_answer_that_breaks_off_is_interrupted_too()
    {
        _server.Then(ChatReply.BreakOff("Three"));
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-interrupted", error.Code);
    }

    [Fact]
    public async Task What_came_before_the_failure_is_handed_out()
    {
        _server.Then(ChatReply.BreakOff("Three"));
        using var client = Create();
        var text = "";

        await Assert.ThrowsAsync<ChatException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("How many docks?"))
            {
                text += update.Text;
            }
        });

        Assert.Equal("Three", text);
    }

    [Fact]
    public async Task Says_that_nothing_listens()
    {
        await _server.DisposeAsync();
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-unreachable", error.Code);
        Assert.Contains("nothing listens there", error.Message, StringComparison.Ordinal);
        Assert.Contains(_server.Endpoint.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://forumqa.invalid/v1", "no host of that name")]
    public async Task Says_that_there_is_no_such_host(string endpoint, string reason)
    {
        using var client = ChatClients.Remote(new Uri(endpoint));

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-unreachable", error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_https_does_not_work_there()
    {
        using var client = ChatClients.Remote(new UriBuilder(_server.Endpoint) { Scheme = "https" }.Uri);

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-unreachable", error.Code);
        Assert.Contains("begins with http and not https", error.Message, StringComparison.Ordinal);
    }

    private RemoteChatClient Create() => ChatClients.Remote(_server.Endpoint, options => options.ApiKey = Key);
}
