namespace ForumQA.Storage;

/// <summary>The index: one SQLite file with documents, passages, full text, vectors and a manifest. Safe for use by many threads.</summary>
public sealed class IndexStore : IDisposable
{
    private readonly IndexConnections _connections;
    private readonly VectorCache _vectors = new();
    private readonly VocabularyCache _vocabulary = new();

    private IndexStore(IndexConnections connections)
    {
        _connections = connections;
        Documents = new DocumentTable(connections);
        Passages = new PassageTable(connections);
        Writer = new IndexWriter(connections);
        Backlog = new VectorBacklog(connections);
        Unreadable = new UnreadableFileTable(connections);
    }

    /// <summary>The file.</summary>
    public string Path => _connections.Path;

    /// <summary>The documents.</summary>
    public DocumentTable Documents { get; }

    /// <summary>The passages.</summary>
    public PassageTable Passages { get; }

    internal IndexWriter Writer { get; }

    internal VectorBacklog Backlog { get; }

    internal UnreadableFileTable Unreadable { get; }

    /// <summary>Opens an existing index for reading.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">There is none, it is not an index, it is of another schema, or it is damaged.</exception>
    public static IndexStore OpenExisting(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = System.IO.Path.GetFullPath(path);
        return File.Exists(path) ? Open(path, writable: false) : throw IndexException.Missing(path);
    }

    /// <summary>Opens an index for writing: makes the file and its folder when missing, and applies the migrations it lacks.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">It is not an index, it is of a newer schema, or it is damaged.</exception>
    public static IndexStore OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexException.CannotOpen(path, e);
        }

        return Open(path, writable: true);
    }

    /// <summary>Deletes an index that cannot be opened because it is damaged or newer, so that it can be made again. A file that is not an index is never deleted.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">The file is not an index.</exception>
    public static void Discard(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = System.IO.Path.GetFullPath(path);
        if (!File.Exists(path))
        {
            return;
        }

        if (!IndexFileHeader.IsIndex(path))
        {
            throw IndexException.NotAnIndex(path);
        }

        foreach (var writable in new[] { true, false })
        {
            // Connections kept for reuse would go on with the deleted file.
            new IndexConnections(path, writable).Dispose();
        }

        foreach (var suffix in new[] { "-wal", "-shm", "" })
        {
            File.Delete(path + suffix);
        }
    }

    /// <summary>Reads what the index says of itself.</summary>
    public IndexManifest ReadManifest() => _connections.Run(ManifestTable.Read);

    /// <summary>The <see cref="IndexManifest.Generation"/> alone.</summary>
    internal long ReadGeneration() => _connections.Run(ManifestTable.ReadGeneration);

    /// <summary>Checks the file and everything in it that can be checked against something else.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public IReadOnlyList<string> Check() =>
        // Not on a pooled connection: one that has read the full text while another wrote to it reports
        // "malformed inverted index" (SQLite 3.50.4) where a new one finds nothing wrong.
        _connections.Run(IndexCheck.Run, pooled: false);

    /// <summary>The index as it stands now, for several reads that must agree. Disposed of by the caller.</summary>
    internal IndexSnapshot OpenSnapshot() => new(_connections, _vectors, _vocabulary);

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    private static IndexStore Open(string path, bool writable)
    {
        var connections = new IndexConnections(path, writable);
        try
        {
            connections.Run(connection =>
            {
                var state = IndexSchema.Inspect(connection);
                var version = IndexSchema.ReadPragma(connection, "user_version");
                switch (state)
                {
                    case IndexFileState.Foreign:
                    case IndexFileState.Empty when !writable:
                        throw IndexException.NotAnIndex(path);
                    case IndexFileState.Newer:
                        throw IndexException.Newer(path, version);
                    case IndexFileState.Older when !writable:
                        throw IndexException.Older(path, version);
                }

                if (writable)
                {
                    IndexSchema.Execute(connection, "PRAGMA journal_mode = WAL");
                    IndexSchema.Migrate(connection);
                }
            });
            return new IndexStore(connections);
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }
}
