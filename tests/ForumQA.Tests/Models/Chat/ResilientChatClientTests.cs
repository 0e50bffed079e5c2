using ForumQA.Models.Chat;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Chat;

public sealed class ResilientChatClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ManualTime _time = new() { SkipUpTo = TimeSpan.FromSeconds(30) };
    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Tries_again_when_the_service_is_busy_or_fails(int status)
    {
        _server.ThenStatus(status).ThenStatus(status).Then(ChatReply.Text("Three docks."));
        using var client = Create();

        var response = await client.GetResponseAsync("How many docks?");

        Assert.Equal("Three docks.", response.Text);
        Assert.Equal(3, _server.Requests.Count);
        Assert.Equal(2, _time.Skipped.Count);
        Assert.All(_time.Skipped, wait => Assert.InRange(wait.TotalSeconds, 0, 10));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task Does_not_repeat_what_cannot_succeed(int status)
    {
        _server.ThenStatus(status);
        using var client = Create();

        await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Tries_again_when_the_connection_breaks_before_the_first_token()
    {
        _server.Then(ChatReply.HangUp()).Then(ChatReply.BreakOffAfter(_ => Task.CompletedTask)).Then(ChatReply.Text("Three docks."));
        using var client = Create();

        var response = await client.GetResponseAsync("How many docks?");

        Assert.Equal("Three docks.", response.Text);
    }

    [Fact]
    public async Task Never_tries_again_once_a_token_was_handed_out()
    {
        _server.Then(ChatReply.BreakOff("Three"));
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-interrupted", error.Code);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Reports_the_last_failure_when_all_tries_are_used_up()
    {
        _server.ThenStatus(500).ThenStatus(500).ThenStatus(503);
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-failed", error.Code);
        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Thu, 01 Jan 2026 12:00:09 GMT", 9)]
    [InlineData("Thu, 01 Jan 2026 11:00:00 GMT", 0)]
    public async Task Waits_as_long_as_the_service_asks(string retryAfter, int seconds)
    {
        _server.Then(ChatReply.Busy(retryAfter)).Then(ChatReply.Text("Three docks."));
        using var client = Create();

        await client.GetResponseAsync("How many docks?");

        Assert.Equal(seconds, _time.Skipped.Sum(wait => wait.TotalSeconds));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Theory]
    [InlineData("3600", "60 minutes")]
    [InlineData("Thu, 01 Jan 2026 15:00:00 GMT", "3 hours")]
    public async Task Does_not_make_a_user_wait_for_ages(string retryAfter, string message)
    {
        _server.Then(ChatReply.Busy(retryAfter));
        using var client = Create();

        var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));

        Assert.Equal("chat-busy", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(_time.Skipped);
    }

    [Fact]
    public async Task Gives_up_on_a_service_that_never_begins()
    {
        _server.Then(ChatReply.Stall()).Then(ChatReply.Stall());
        using var client = Create(options => options.Retries = 1);

        var answer = client.GetResponseAsync("How many docks?");
        await PassTimeOnceReceivedAsync(1);
        await PassTimeOnceReceivedAsync(2);
        var error = await Assert.ThrowsAsync<ChatException>(() => answer.WaitAsync(Patience));

        Assert.Equal("chat-timeout", error.Code);
        Assert.Contains("60 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("Chat:TimeoutSeconds", error.Message, StringComparison.Ordinal);
        await Task.WhenAll(_server.Received.Select(request => request.Closed)).WaitAsync(Patience);
    }

    [Fact]
    public async Task Gives_up_on_a_service_that_falls_silent()
    {
        _server.Then(ChatReply.StallAfter("Three"));
        using var client = Create();
        await using var updates = client.GetStreamingResponseAsync("How many docks?").GetAsyncEnumerator();
        await updates.MoveNextAsync();

        var next = updates.MoveNextAsync().AsTask();
        _time.Pass(TimeSpan.FromSeconds(61));
        var error = await Assert.ThrowsAsync<ChatException>(() => next.WaitAsync(Patience));

        Assert.Equal("chat-timeout", error.Code);
        Assert.Contains("silent for 60 s", error.Message, StringComparison.Ordinal);
        await _server.Received.Single().Closed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_slow_answer_is_no_silent_one_and_a_slow_reader_no_fault_of_the_service()
    {
        var next = new SemaphoreSlim(0);
        _server.Then(ChatReply.Write(async answer =>
        {
            for (var i = 0; i < 4; i++)
            {
                await answer.TextAsync($"{i} ");
                await next.WaitAsync(Patience);
            }

            await answer.EndAsync();
        }));
        using var client = Create();

        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync("How many docks?"))
        {
            text += update.Text;
            _time.Pass(TimeSpan.FromSeconds(59)); // Together far more than the limit.
            _time.Pass(TimeSpan.FromSeconds(59));
            next.Release();
        }

        Assert.Equal("0 1 2 3 ", text);
    }

    [Fact]
    public async Task Silence_after_the_last_word_does_no_harm()
    {
        _server.Then(ChatReply.Write(async answer =>
        {
            await answer.TextAsync("Three.");
            await answer.LineAsync("""data: {"choices":[{"delta":{},"finish_reason":"stop"}]}""");
            await Task.Delay(Timeout.Infinite, answer.Closed);
        }));
        using var client = Create();
        await using var updates = client.GetStreamingResponseAsync("How many docks?").GetAsyncEnumerator();
        await updates.MoveNextAsync();
        await updates.MoveNextAsync();

        var end = updates.MoveNextAsync().AsTask();
        _time.Pass(TimeSpan.FromSeconds(61));

        Assert.False(await end.WaitAsync(Patience));
    }

    [Fact]
    public async Task Cancellation_is_cancellation_also_while_waiting_for_another_try()
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTime();
        _server.Then(async context =>
        {
            await ChatReply.Status(500)(context);
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
        });
        using var client = ChatClients.Resilient(_server.Endpoint, time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("How many docks?", cancellationToken: cancellation.Token).WaitAsync(Patience));

        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while()
    {
        for (var i = 0; i < 5; i++)
        {
            _server.ThenStatus(500);
        }

        using var client = Create();
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            codes.Add((await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"))).Code);
        }

        var open = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));
        Assert.Equal(["chat-failed", "chat-failed", "chat-circuit-open"], codes);
        Assert.Equal(5, _server.Requests.Count);
        Assert.Matches(@"left alone until \d\d:\d\d:\d\d", open.Message);

        _time.Pass(TimeSpan.FromSeconds(31));
        var response = await client.GetResponseAsync("How many docks?");

        Assert.NotEmpty(response.Text);
    }

    [Fact]
    public async Task A_wrong_key_does_not_count_as_a_service_that_is_down()
    {
        using var client = Create();
        _server.Key = "right";

        for (var i = 0; i < 10; i++)
        {
            var error = await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));
            Assert.Equal("chat-key-refused", error.Code);
        }
    }

    [Fact]
    public async Task Without_retries_and_breaker_every_failure_is_told_at_once()
    {
        for (var i = 0; i < 10; i++)
        {
            _server.ThenStatus(500);
        }

        using var client = Create(options => (options.Retries, options.BreakAfterFailures) = (0, 0));
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<ChatException>(() => client.GetResponseAsync("How many docks?"));
        }

        Assert.Equal(10, _server.Requests.Count);
        Assert.Empty(_time.Skipped);
    }

    private async Task PassTimeOnceReceivedAsync(int requests)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (_server.Received.Count < requests)
        {
            await Task.Delay(5, limit.Token);
        }

        _time.Pass(TimeSpan.FromSeconds(61));
    }

    private ResilientChatClient Create(Action<ChatModelOptions>? configure = null) => ChatClients.Resilient(_server.Endpoint, _time, configure);
}
