using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>An answer as it arrives, given up when nothing comes for too long.</summary>
internal sealed class TimedChatStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _abort;
    private readonly CancellationToken _cancellation;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;
    private readonly TimeSpan _limit;
    private readonly ChatFailures _failures;
    private bool _finished;

    private TimedChatStream(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> start,
        TimeSpan limit,
        ChatFailures failures,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        (_limit, _failures, _cancellation) = (limit, failures, cancellationToken);
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _abort = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, cancellationToken);
        _updates = start(_abort.Token).GetAsyncEnumerator(_abort.Token);
    }

    /// <summary>Whether the answer has anything in it at all; then <see cref="Current"/> is its first update.</summary>
    public bool HasFirst { get; private set; }

    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>Sends the request and waits for the first update.</summary>
    /// <exception cref="ChatException">The service failed or was silent for too long.</exception>
    public static async Task<TimedChatStream> BeginAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> start,
        TimeSpan limit,
        ChatFailures failures,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var stream = new TimedChatStream(start, limit, failures, time, cancellationToken);
        try
        {
            stream.HasFirst = await stream.MoveNextAsync().ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <exception cref="ChatException">The service failed or was silent for too long.</exception>
    public async Task<bool> MoveNextAsync()
    {
        _silence.CancelAfter(_limit);
        try
        {
            var more = await _updates.MoveNextAsync().ConfigureAwait(false);
            _finished |= more && Current.FinishReason is not null;
            return more;
        }
        catch (OperationCanceledException) when (_silence.IsCancellationRequested && !_cancellation.IsCancellationRequested)
        {
            // Behind the last word there may come the number of tokens; an answer does not fail for want of it.
            return _finished ? false : throw _failures.TimedOut(begun: HasFirst);
        }
        finally
        {
            // A reader may take its time between two updates.
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync().ConfigureAwait(false);
        _abort.Dispose();
        _silence.Dispose();
    }
}
