namespace ForumQA.Cli.Terminals;

/// <summary>Keeps the latest report, to be looked at by whoever draws.</summary>
internal sealed class LatestProgress<T> : IProgress<T>
    where T : class
{
    private volatile T? _latest;

    /// <summary>Null before the first report.</summary>
    public T? Latest => _latest;

    public void Report(T value) => _latest = value;
}
