namespace ForumQA.Ingestion;

/// <summary>Lists the documents of a folder, or a single file.</summary>
internal static class CorpusFolder
{
    /// <exception cref="ForumQAException"><paramref name="path"/> does not exist or cannot be read.</exception>
    public static CorpusListing List(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        return new CorpusListing([], []);
    }
}
