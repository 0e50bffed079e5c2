using ForumQA.Ingestion;

namespace ForumQA.Cli.Indexing;

/// <summary>Keeps the latest report, to be looked at by whoever draws.</summary>
internal sealed class LatestProgress : IProgress<IndexingProgress>
{
    private volatile IndexingProgress? _latest;

    /// <summary>Null before the first report.</summary>
    public IndexingProgress? Latest => _latest;

    public void Report(IndexingProgress value) => _latest = value;
}
