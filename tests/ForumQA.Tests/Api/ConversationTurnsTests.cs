using ForumQA.Api.Conversations;
using ForumQA.Api.Problems;

namespace ForumQA.Tests.Api;

/// <summary>Who is next in a conversation, without a clock: whether somebody waits is known when the call returns.</summary>
public sealed class ConversationTurnsTests
{
    private readonly ConversationTurns _turns = new();

    [Fact]
    public async Task The_next_begins_when_the_one_before_ends_and_other_conversations_wait_for_nobody()
    {
        var first = await BeginAsync("a");
        var second = BeginAsync("a");

        (await BeginAsync("b")).Dispose();
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
        (await BeginAsync("a")).Dispose();
    }

    [Fact]
    public async Task A_turn_that_ends_twice_lets_only_one_in()
    {
        var first = await BeginAsync("a");
        var (second, third) = (BeginAsync("a"), BeginAsync("a"));

        first.Dispose();
        first.Dispose();

        await second;
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_a_place_to_another()
    {
        using var cancelled = new CancellationTokenSource();
        var first = await BeginAsync("a");
        var impatient = _turns.BeginAsync("a", cancelled.Token);
        var waiting = Enumerable.Range(0, 3).Select(_ => BeginAsync("a")).ToList();
        await Assert.ThrowsAsync<RequestException>(() => BeginAsync("a"));

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        waiting.Add(BeginAsync("a"));
        await Assert.ThrowsAsync<RequestException>(() => BeginAsync("a"));
        first.Dispose();
        foreach (var next in waiting)
        {
            (await next).Dispose();
        }
    }

    private Task<IDisposable> BeginAsync(string conversation) => _turns.BeginAsync(conversation, CancellationToken.None);
}
