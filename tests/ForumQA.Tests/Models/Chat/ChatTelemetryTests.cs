using System.Diagnostics;
using System.Text.Json.Nodes;
using ForumQA.Models.Chat;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

public sealed class ChatTelemetryTests : IAsyncLifetime, IDisposable
{
    private const string Question = "How many docks?";

    private static readonly ChatOptions Asked = new() { MaxOutputTokens = 1024, Temperature = 0 };

    private ScriptedModelServer _server = null!;
    private ChatObserver _observer = null!;

    public async Task InitializeAsync()
    {
        _server = await ScriptedModelServer.StartAsync();
        _observer = new ChatObserver(_server.Endpoint.Port);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _observer.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_a_span_with_the_names_of_the_conventions(bool streaming)
    {
        _server.Then(ChatReply.Pieces("Three", " docks."));
        using var client = Create();

        await AskAsync(client, streaming);

        var span = _observer.Spans.Single();
        Assert.Equal(("chat model-1", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        var tags = span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal("chat", tags["gen_ai.operation.name"]);
        Assert.Equal("openai", tags["gen_ai.provider.name"]);
        Assert.Equal("model-1", tags["gen_ai.request.model"]);
        Assert.Equal("model-1", tags["gen_ai.response.model"]);
        Assert.Equal("chatcmpl-1", tags["gen_ai.response.id"]);
        Assert.Equal(1024, tags["gen_ai.request.max_tokens"]);
        Assert.Equal(0f, tags["gen_ai.request.temperature"]);
        Assert.Equal(10, tags["gen_ai.usage.input_tokens"]);
        Assert.Equal(2, tags["gen_ai.usage.output_tokens"]);
        Assert.Equal("""["stop"]""", Compact(tags["gen_ai.response.finish_reasons"]));
        Assert.Equal("127.0.0.1", tags["server.address"]);
        Assert.Equal(streaming, tags.ContainsKey("gen_ai.response.time_to_first_chunk"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_and_tokens_are_measured(bool streaming)
    {
        _server.Then(ChatReply.Pieces("Three", " docks."));
        using var client = Create();

        await AskAsync(client, streaming);

        var tokens = _observer.Measurements.Where(measurement => measurement.Name == "gen_ai.client.token.usage");
        Assert.Equal([("input", 10.0), ("output", 2.0)], tokens.Select(measurement => ((string)measurement.Tags["gen_ai.token.type"]!, measurement.Value)));
        var duration = _observer.Measurements.Single(measurement => measurement.Name == "gen_ai.client.operation.duration");
        Assert.InRange(duration.Value, double.Epsilon, 60);
        Assert.Equal(("chat", "openai", "model-1", "model-1"), (duration.Tags["gen_ai.operation.name"], duration.Tags["gen_ai.provider.name"], duration.Tags["gen_ai.request.model"], duration.Tags["gen_ai.response.model"]));
        Assert.Equal(streaming ? 1 : 0, _observer.Measurements.Count(measurement => measurement.Name == "gen_ai.client.operation.time_to_first_chunk"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_is_told_by_the_type_of_its_exception(bool streaming)
    {
        _server.Then(ChatReply.BreakOff("Three"));
        using var client = Create();

        await Assert.ThrowsAsync<ChatException>(() => AskAsync(client, streaming));

        var span = _observer.Spans.Single();
        Assert.Equal((ActivityStatusCode.Error, typeof(ChatException).FullName), (span.Status, span.GetTagItem("error.type")));
        Assert.Equal(typeof(ChatException).FullName, _observer.Measurements.Single(measurement => measurement.Name == "gen_ai.client.operation.duration").Tags["error.type"]);
    }

    [Fact]
    public async Task A_reader_that_stops_early_is_no_failure()
    {
        _server.Then(ChatReply.Loop("The harbour has three docks. "));
        using var client = Create();

        await client.GetStreamingResponseAsync(Question).FirstAsync();

        var span = _observer.Spans.Single();
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Null(span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_told_by_the_type_of_its_cancellation()
    {
        _server.Then(ChatReply.StallAfter("Three"));
        using var client = Create();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync(Question, Asked, stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.EndsWith("CanceledException", (string?)_observer.Spans.Single().GetTagItem("error.type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_is_recorded_only_when_asked_for()
    {
        _server.Then(ChatReply.Text("Three docks.")).Then(ChatReply.Text("Three docks."));
        using var silent = Create();
        using var recording = Create(new TelemetryOptions { RecordContent = true });

        await AskAsync(silent, streaming: true);
        await AskAsync(recording, streaming: true);

        Assert.DoesNotContain(_observer.Spans[0].TagObjects, tag => tag.Value is string text && (text.Contains("docks", StringComparison.Ordinal)));
        Assert.Equal(
            """[{"role":"user","parts":[{"type":"text","content":"How many docks?"}]}]""", Compact(_observer.Spans[1].GetTagItem("gen_ai.input.messages")));
        Assert.Equal(
            """[{"role":"assistant","parts":[{"type":"text","content":"Three docks."}],"finish_reason":"stop"}]""",
            Compact(_observer.Spans[1].GetTagItem("gen_ai.output.messages")));
    }

    [Fact]
    public async Task Calls_of_functions_are_recorded_as_the_conventions_write_them()
    {
        _server.Then(ChatReply.ToolCalls(("a", "search", """{"query":"docks"}""")));
        using var client = Create(new TelemetryOptions { RecordContent = true });

        var response = await client.GetResponseAsync(Question);
        await client.GetResponseAsync([.. response.Messages, new(ChatRole.Tool, [new FunctionResultContent("a", "Three.")])]);

        Assert.Equal(
            """[{"role":"assistant","parts":[{"type":"tool_call","id":"a","name":"search","arguments":{"query":"docks"}}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"a","response":"Three."}]}]""",
            Compact(_observer.Spans[1].GetTagItem("gen_ai.input.messages")));
    }

    private static Task<ChatResponse> AskAsync(IChatClient client, bool streaming) =>
        streaming ? client.GetStreamingResponseAsync(Question, Asked).ToChatResponseAsync() : client.GetResponseAsync(Question, Asked);

    private static string Compact(object? json) => JsonNode.Parse(Assert.IsType<string>(json))!.ToJsonString();

    private IChatClient Create(TelemetryOptions? telemetry = null) => ChatServices.Observe(ChatClients.Remote(_server.Endpoint), telemetry ?? new TelemetryOptions());
}
