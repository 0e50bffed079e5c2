using System.Text.Json;
using ForumQA.Models.Chat;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

public sealed class RemoteChatClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Gets_a_whole_answer()
    {
        _server.Then(ChatReply.Text("Three docks."));
        using var client = Create();

        var response = await client.GetResponseAsync("How many docks?");

        Assert.Equal("Three docks.", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(("model-1", "chatcmpl-1"), (response.ModelId, response.ResponseId));
        Assert.Equal((10L, 3L, 13L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
        Assert.Null(_server.Requests.Single()["stream"]);
    }

    [Fact]
    public async Task Gets_an_answer_as_it_is_written()
    {
        _server.Then(ChatReply.Pieces("Three", " ", "docks", "."));
        using var client = Create();

        var updates = await client.GetStreamingResponseAsync("How many docks?").ToListAsync();

        Assert.Equal(["Three", " ", "docks", "."], updates.Select(update => update.Text).Where(text => text.Length > 0));
        var response = updates.ToChatResponse();
        Assert.Equal("Three docks.", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((10L, 4L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.True(_server.Requests.Single()["stream_options"]!["include_usage"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Hands_out_each_piece_before_the_next_is_sent()
    {
        var seen = new TaskCompletionSource();
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.TextAsync("Three");
            await seen.Task.WaitAsync(Patience);
            await answer.TextAsync(" docks.");
            await answer.EndAsync();
        }));
        using var client = Create();

        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync("How many docks?"))
        {
            text += update.Text;
            seen.TrySetResult();
        }

        Assert.Equal("Three docks.", text);
    }

    [Fact]
    public async Task Sends_roles_texts_key_and_everything_asked_for()
    {
        using var client = Create(options => options.ApiKey = "secret");

        await client.GetResponseAsync(
            [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello"), new(ChatRole.Assistant, "Hi"), new(ChatRole.User, "How many docks?")],
            new ChatOptions
            {
                Instructions = "Answer in English.",
                ModelId = "model-2",
                Temperature = 0.5f,
                TopP = 0.9f,
                Seed = 7,
                FrequencyPenalty = 0.1f,
                PresencePenalty = 0.25f,
                MaxOutputTokens = 50,
                StopSequences = ["###"],
                ResponseFormat = ChatResponseFormat.Json,
            });

        Assert.Equal("Bearer secret", _server.Keys.Single());
        Assert.Equal(
            """
            {"model":"model-2","messages":[{"role":"system","content":"Answer in English."},{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"},{"role":"user","content":"How many docks?"}],"temperature":0.5,"max_tokens":50,"top_p":0.9,"frequency_penalty":0.1,"presence_penalty":0.25,"seed":7,"stop":["###"],"response_format":{"type":"json_object"}}
            """,
            _server.Requests.Single().ToJsonString());
    }

    [Fact]
    public async Task Sends_what_is_configured_where_the_caller_does_not_say()
    {
        using var client = Create(options => (options.MaxOutputTokens, options.Temperature) = (77, null));

        await client.GetResponseAsync("How many docks?");

        var request = _server.Requests.Single();
        Assert.Equal(77, request["max_tokens"]!.GetValue<int>());
        Assert.Null(request["temperature"]);
        Assert.Null(request["tools"]);
    }

    [Fact]
    public async Task Sends_the_schema_an_answer_must_have()
    {
        using var client = Create();
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"docks":{"type":"integer"}}}""").RootElement;

        await client.GetResponseAsync("How many docks?", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "docks", "How many.") });

        Assert.Equal(
            """{"type":"json_schema","json_schema":{"name":"docks","schema":{"type":"object","properties":{"docks":{"type":"integer"}}},"description":"How many."}}""",
            _server.Requests.Single()["response_format"]!.ToJsonString());
    }

    [Fact]
    public async Task Refuses_what_it_cannot_send()
    {
        using var client = Create();
        var picture = new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")]);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([picture]));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync("Search.", new ChatOptions { Tools = [new HostedWebSearchTool()] }));

        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_closes_the_connection(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.TextAsync("Three");
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, answer.Closed);
        }));
        using var client = Create();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => streaming
            ? client.GetStreamingResponseAsync("How many docks?", cancellationToken: cancellation.Token).ToListAsync().AsTask()
            : client.GetResponseAsync("How many docks?", cancellationToken: cancellation.Token));

        await _server.Received.Single().Closed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_reader_that_stops_early_closes_the_connection()
    {
        _server.Then(ChatReply.Loop("The harbour has three docks. "));
        using var client = Create();

        await client.GetStreamingResponseAsync("How many docks?").FirstAsync(update => update.Text.Length > 0);

        await _server.Received.Single().Closed.WaitAsync(Patience);
    }

    [Fact]
    public void Tells_what_it_is()
    {
        using var client = Create();

        var metadata = client.GetService<ChatClientMetadata>()!;

        Assert.Equal(("openai", _server.Endpoint, "model-1"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Null(client.GetService<string>());
    }

    private RemoteChatClient Create(Action<ChatModelOptions>? configure = null) => ChatClients.Remote(_server.Endpoint, configure);
}
