namespace ForumQA.Ingestion;

/// <summary>Collects what is written together, for a second at most: a transaction of its own for each small document would wait for the disk more than anything else.</summary>
/// <param name="write">Writes all of it or nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class Batch<T>(Action<IReadOnlyList<T>> write, TimeProvider time)
{
    /// <summary>A few megabytes of rows; more at once is hardly faster, and others who write have to wait longer.</summary>
    private const int MostPassages = 1000;

    /// <summary>The most that a killed run has to do again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly List<T> _items = [];
    private int _passages;
    private long _since;

    /// <param name="item">What to write, soon.</param>
    /// <param name="passages">How many passages it is or belongs to.</param>
    public void Add(T item, int passages)
    {
        if (_items.Count == 0)
        {
            _since = time.GetTimestamp();
        }

        _items.Add(item);
        _passages += passages;
        if (_passages >= MostPassages || Left <= TimeSpan.Zero)
        {
            Write();
        }
    }

    /// <summary>Waits for something; what has been collected is not kept waiting with it.</summary>
    public async Task<TResult> WaitAsync<TResult>(Task<TResult> awaited, CancellationToken cancellationToken)
    {
        if (!awaited.IsCompleted && _items.Count > 0)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var due = Left;
            if (due <= TimeSpan.Zero || await Task.WhenAny(awaited, Task.Delay(due, time, stop.Token)).ConfigureAwait(false) != awaited)
            {
                Write();
            }

            await stop.CancelAsync().ConfigureAwait(false);
        }

        return await awaited.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what has been collected.</summary>
    public void Write()
    {
        if (_items.Count > 0)
        {
            write(_items);
            _items.Clear();
            _passages = 0;
        }
    }

    private TimeSpan Left => LongestWait - time.GetElapsedTime(_since);
}
