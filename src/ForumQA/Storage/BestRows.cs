namespace ForumQA.Storage;

/// <summary>Keeps the rows with the highest scores; of equals, the earlier.</summary>
internal sealed class BestRows(int limit)
{
    // The worst is on top.
    private readonly PriorityQueue<long, (double Score, long Row)> _best = new(limit + 1);

    public void Add(long row, double score)
    {
        var priority = (score, -row);
        if (_best.Count < limit)
        {
            _best.Enqueue(row, priority);
        }
        else if (_best.TryPeek(out _, out var worst) && priority.CompareTo(worst) > 0)
        {
            _best.DequeueEnqueue(row, priority);
        }
    }

    /// <summary>Best first; empties it.</summary>
    public IReadOnlyList<ScoredRow> ToList()
    {
        var result = new ScoredRow[_best.Count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            _best.TryDequeue(out var row, out var priority);
            result[i] = new ScoredRow(row, priority.Score);
        }

        return result;
    }
}
