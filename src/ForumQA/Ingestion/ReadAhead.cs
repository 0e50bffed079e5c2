namespace ForumQA.Ingestion;

/// <summary>Does work on all cores and gives the results in the order of the items, only so far ahead as memory allows. For one thread.</summary>
/// <param name="items">What to work on.</param>
/// <param name="size">What one of them takes up, in bytes of its file.</param>
/// <param name="work">Done on any thread.</param>
internal sealed class ReadAhead<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, long> size, Func<TItem, CancellationToken, Task<TResult>> work) : IDisposable
{
    private const int MostItems = 256;

    /// <summary>What is read takes up some ten times its file until it is stored.</summary>
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly Queue<(Task<TResult> Task, long Size)> _begun = new();
    private readonly CancellationTokenSource _stop = new();
    private long _bytes;
    private int _next;

    /// <summary>The next item's result, which may be under way; others are begun.</summary>
    /// <exception cref="InvalidOperationException">There is no next item.</exception>
    public Task<TResult> Next()
    {
        // One that is larger than all that is allowed is read alone.
        while (_next < items.Count && _begun.Count < MostItems && (_begun.Count == 0 || _bytes + size(items[_next]) <= MostBytes))
        {
            var item = items[_next++];
            _begun.Enqueue((Task.Run(() => work(item, _stop.Token), _stop.Token), size(item)));
            _bytes += size(item);
        }

        var (task, taken) = _begun.Dequeue();
        _bytes -= taken;
        return task;
    }

    /// <summary>Stops what is under way, without waiting for it: a reader cannot always be stopped.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
