namespace ForumQA.Storage.Sqlite;

/// <summary>An index in one SQLite file: see docs/decisions/0001.</summary>
internal sealed class SqliteIndex : IIndexEngine
{
    private readonly IndexConnections _connections;

    private SqliteIndex(IndexConnections connections) => _connections = connections;

    public string Name => _connections.Path;

    /// <summary>Opens an existing index for reading.</summary>
    /// <exception cref="IndexException">There is none, it is not an index, it is of another schema, or it is damaged.</exception>
    public static SqliteIndex OpenExisting(string path)
    {
        path = Path.GetFullPath(path);
        return File.Exists(path) ? Open(path, writable: false) : throw IndexException.Missing(path);
    }

    /// <summary>Opens an index for writing: makes the file and its folder when missing, and applies the migrations it lacks.</summary>
    /// <exception cref="IndexException">It is not an index, it is of a newer schema, or it is damaged.</exception>
    public static SqliteIndex OpenOrCreate(string path)
    {
        path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexException.CannotOpen(path, e);
        }

        return Open(path, writable: true);
    }

    /// <summary>Deletes the file of an index, even of one that cannot be opened.</summary>
    /// <exception cref="IndexException">The file is not an index.</exception>
    public static void Discard(string path)
    {
        path = Path.GetFullPath(path);
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

    /// <inheritdoc/>
    public T Run<T>(Func<IIndexConnection, T> work) => _connections.Run(connection =>
    {
        using var index = new SqliteIndexConnection(connection);
        return work(index);
    });

    /// <inheritdoc/>
    public IIndexState OpenState() => new SqliteState(_connections);

    /// <inheritdoc/>
    public void Write(Action<IIndexConnection> work) => _connections.Run(connection =>
    {
        // Immediate: the lock is taken before anything is read, so two writers wait instead of failing.
        using var transaction = connection.BeginTransaction(deferred: false);
        using (var index = new SqliteIndexConnection(connection))
        {
            work(index);
        }

        connection.Execute(ManifestTable.RaiseGeneration);
        transaction.Commit();
    });

    /// <inheritdoc/>
    public long ReadSize() => new FileInfo(Name).Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> Check() =>
        // Not on a pooled connection: one that has read the full text while another wrote to it reports
        // "malformed inverted index" (SQLite 3.50.4) where a new one finds nothing wrong.
        _connections.Run<IReadOnlyList<string>>(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: true);
                using var index = new SqliteIndexConnection(connection);
                return [.. SqliteCheck.Run(index), .. IndexCheck.Run(index)];
            },
            pooled: false);

    public void Dispose() => _connections.Dispose();

    private static SqliteIndex Open(string path, bool writable)
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
                        throw IndexException.Newer(path, version, IndexSchema.CurrentVersion);
                    case IndexFileState.Older when !writable:
                        throw IndexException.Older(path, version);
                }

                if (writable)
                {
                    IndexSchema.Execute(connection, "PRAGMA journal_mode = WAL");
                    IndexSchema.Migrate(connection);
                }
            });
            return new SqliteIndex(connections);
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }
}
