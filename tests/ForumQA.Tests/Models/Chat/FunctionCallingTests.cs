using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Models.Chat;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

public sealed class FunctionCallingTests : IAsyncLifetime
{
    private static readonly AIFunction Search = AIFunctionFactory.Create((string query, int limit) => "", "search", "Searches.");
    private static readonly AIFunction Now = AIFunctionFactory.Create(() => "", "now");

    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Calls_arrive_whole(bool streaming)
    {
        _server.Then(ChatReply.ToolCalls(("call_a", "search", """{"query":"docks","limit":3}"""), ("call_b", "now", "")));
        using var client = Create();

        var response = await AskAsync(client, streaming);

        var calls = response.Messages.Single().Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal([("call_a", "search"), ("call_b", "now")], calls.Select(call => (call.CallId, call.Name)));
        Assert.Equal("docks", Assert.IsType<JsonElement>(calls[0].Arguments!["query"]).GetString());
        Assert.Equal(3, Assert.IsType<JsonElement>(calls[0].Arguments!["limit"]).GetInt32());
        Assert.All(calls, call => Assert.Null(call.Exception));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task A_function_is_described_as_it_is_declared()
    {
        using var client = Create();

        await client.GetResponseAsync("How many docks?", new ChatOptions { Tools = [Search, Now], AllowMultipleToolCalls = false });

        var request = _server.Requests.Single();
        var function = request["tools"]![0]!["function"]!;
        Assert.Equal(("function", "search", "Searches."), ((string?)request["tools"]![0]!["type"], (string?)function["name"], (string?)function["description"]));
        Assert.Equal("object", (string?)function["parameters"]!["type"]);
        Assert.Equal(["query", "limit"], function["parameters"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.IsType<JsonObject>(request["tools"]![1]!["function"]!["parameters"]!["properties"]);
        Assert.Null(request["tool_choice"]);
        Assert.False(request["parallel_tool_calls"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_caller_decides_whether_functions_are_called()
    {
        using var client = Create();

        foreach (var mode in new ChatToolMode[] { ChatToolMode.None, ChatToolMode.Auto, ChatToolMode.RequireAny, ChatToolMode.RequireSpecific("now") })
        {
            await client.GetResponseAsync("How many docks?", new ChatOptions { Tools = [Now], ToolMode = mode });
        }

        Assert.Equal(
            ["\"none\"", "\"auto\"", "\"required\"", """{"type":"function","function":{"name":"now"}}"""],
            _server.Requests.Select(request => request["tool_choice"]!.ToJsonString()));
    }

    [Fact]
    public async Task Calls_and_their_results_are_sent_back()
    {
        using var client = Create();

        await client.GetResponseAsync(
        [
            new(ChatRole.User, "How many docks?"),
            new(ChatRole.Assistant, [new FunctionCallContent("a", "search", new Dictionary<string, object?> { ["query"] = "docks" }), new FunctionCallContent("b", "now")]),
            new(ChatRole.Tool, [new FunctionResultContent("a", "Three."), new FunctionResultContent("b", new { hour = "九" })]),
        ]);

        Assert.Equal(
            """
            [{"role":"user","content":"How many docks?"},{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"search","arguments":"{\u0022query\u0022:\u0022docks\u0022}"}},{"id":"b","type":"function","function":{"name":"now","arguments":"{}"}}]},{"role":"tool","content":"Three.","tool_call_id":"a"},{"role":"tool","content":"{\u0022hour\u0022:\u0022\u4E5D\u0022}","tool_call_id":"b"}]
            """,
            _server.Requests.Single()["messages"]!.ToJsonString());
    }

    [Fact]
    public async Task Text_beside_a_call_is_kept_both_ways()
    {
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.TextAsync("Let me look.");
            await answer.ToolCallAsync(0, "call_a", "now", "{}");
            await answer.EndAsync("tool_calls");
        }));
        using var client = Create();

        var first = await AskAsync(client, streaming: true);
        await client.GetResponseAsync([.. first.Messages, new(ChatRole.Tool, [new FunctionResultContent("call_a", "Noon.")])]);

        Assert.Equal("Let me look.", first.Text);
        Assert.Equal("Let me look.", (string?)_server.Requests[1]["messages"]![0]!["content"]);
        Assert.Equal("call_a", (string?)_server.Requests[1]["messages"]![0]!["tool_calls"]![0]!["id"]);
    }

    [Fact]
    public async Task Calls_are_told_apart_where_every_one_has_the_index_0()
    {
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.DeltaAsync(Delta("""{"id":"a","index":0,"function":{"name":"search","arguments":"{\"query\":\"x\"}"}}"""));
            await answer.DeltaAsync(Delta("""{"id":"b","index":0,"function":{"name":"now","arguments":"{}"}}"""));
            await answer.EndAsync("tool_calls");
        }));
        using var client = Create();

        var response = await AskAsync(client, streaming: true);

        Assert.Equal(["search", "now"], Calls(response).Select(call => call.Name));
    }

    [Fact]
    public async Task Calls_without_index_or_id_and_with_arguments_as_JSON_are_understood()
    {
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.DeltaAsync(Delta("""{"function":{"name":"search","arguments":{"query":"x"}}}"""));
            await answer.DeltaAsync(Delta("""{"function":{"name":"now"}}"""));
            await answer.EndAsync("stop");
        }));
        using var client = Create();

        var calls = Calls(await AskAsync(client, streaming: true));

        Assert.Equal(["search", "now"], calls.Select(call => call.Name));
        Assert.Equal("x", Assert.IsType<JsonElement>(calls[0].Arguments!["query"]).GetString());
        Assert.Equal(2, calls.Select(call => call.CallId).Distinct().Count());
    }

    [Fact]
    public async Task Arguments_that_are_no_JSON_are_reported_with_the_call()
    {
        _server.Then(ChatReply.ToolCalls(("call_a", "search", """{"query": docks""")));
        using var client = Create();

        var call = Calls(await AskAsync(client, streaming: true)).Single();

        Assert.IsAssignableFrom<JsonException>(call.Exception?.GetBaseException());
    }

    private static JsonObject Delta(string call) => new() { ["tool_calls"] = new JsonArray(JsonNode.Parse(call)) };

    private static List<FunctionCallContent> Calls(ChatResponse response) => [.. response.Messages.Single().Contents.OfType<FunctionCallContent>()];

    private static Task<ChatResponse> AskAsync(RemoteChatClient client, bool streaming)
    {
        var options = new ChatOptions { Tools = [Search, Now] };
        return streaming
            ? client.GetStreamingResponseAsync("How many docks?", options).ToChatResponseAsync()
            : client.GetResponseAsync("How many docks?", options);
    }

    private RemoteChatClient Create() => ChatClients.Remote(_server.Endpoint);
}
