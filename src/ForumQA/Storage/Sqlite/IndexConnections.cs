using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>Opens connections to one index file and says in the user's words what goes wrong with it.</summary>
internal sealed class IndexConnections : IDisposable
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly string _connectionString;

    /// <param name="path">The file; made when <paramref name="writable"/> and missing.</param>
    /// <param name="writable">Whether the schema may be made and upgraded.</param>
    public IndexConnections(string path, bool writable)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = writable ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = 30, // Seconds a command waits for another process's lock.
        }.ToString();
    }

    public string Path { get; }

    /// <summary>Runs <paramref name="work"/> on a connection.</summary>
    /// <exception cref="IndexException">The file cannot be used; the message names the remedy.</exception>
    public T Run<T>(Func<SqliteConnection, T> work) => Run(work, pooled: true);

    /// <inheritdoc cref="Open"/>
    public T Run<T>(Func<SqliteConnection, T> work, bool pooled)
    {
        try
        {
            using var connection = Open(pooled);
            return work(connection);
        }
        catch (SqliteException e) when (Translate(e) is { } expected)
        {
            throw expected;
        }
    }

    /// <summary>A connection that the caller disposes of.</summary>
    /// <param name="pooled">Whether it may have been used before.</param>
    public SqliteConnection Open(bool pooled = true)
    {
        var connection = new SqliteConnection(pooled ? _connectionString : _connectionString + ";Pooling=False");
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e) when (Translate(e) is { } expected)
        {
            connection.Dispose();
            throw expected;
        }
    }

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    public void Run(Action<SqliteConnection> work) => Run(connection =>
    {
        work(connection);
        return true;
    });

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>What a failure of SQLite means to a user; null when it is a mistake of ours.</summary>
    public IndexException? Translate(SqliteException e) => e.SqliteErrorCode switch
    {
        NotADatabase => IndexException.NotAnIndex(Path, e),
        Corrupt => IndexException.Damaged(Path, e),
        Busy or Locked => IndexException.Busy(Path, e),
        CannotOpen or ReadOnly => IndexException.CannotOpen(Path, e),
        DiskFull => IndexException.DiskFull(Path, e),
        _ => null,
    };
}
