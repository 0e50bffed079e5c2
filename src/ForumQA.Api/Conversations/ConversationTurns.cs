using ForumQA.Api.Problems;

namespace ForumQA.Api.Conversations;

/// <summary>Lets one question of a conversation be answered after the other, so that each knows the answers before it.</summary>
internal sealed class ConversationTurns
{
    /// <summary>More questions waiting in one conversation are a mistake of the client.</summary>
    private const int MaxWaiting = 4;

    private readonly Dictionary<string, Queue> _queues = new(StringComparer.Ordinal);

    /// <summary>Waits for the questions before this one; the turn ends when it is disposed of.</summary>
    /// <exception cref="RequestException">Too many are waiting.</exception>
    public async Task<IDisposable> BeginAsync(string conversationId, CancellationToken cancellationToken)
    {
        Queue? queue;
        lock (_queues)
        {
            if (!_queues.TryGetValue(conversationId, out queue))
            {
                _queues[conversationId] = queue = new Queue();
            }

            if (queue.Length > MaxWaiting)
            {
                throw new RequestException(
                    ProblemKind.ConversationBusy, "Other questions of this conversation are waiting for their answers. Ask again when they are answered.", "conversationId");
            }

            queue.Length++;
        }

        try
        {
            await queue.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(conversationId, queue);
            throw;
        }

        return new Turn(() =>
        {
            queue.Turn.Release();
            Leave(conversationId, queue);
        });
    }

    private void Leave(string conversationId, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.Length == 0)
            {
                _queues.Remove(conversationId);
            }
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>The one being answered and those waiting.</summary>
        public int Length { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
