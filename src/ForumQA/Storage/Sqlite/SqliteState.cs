using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>One state of an index file: a transaction that reads, kept open.</summary>
internal sealed class SqliteState : IIndexState
{
    private readonly IndexConnections _connections;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteIndexConnection _index;

    public SqliteState(IndexConnections connections)
    {
        _connections = connections;
        _connection = connections.Open();
        _transaction = _connection.BeginTransaction(deferred: true);
        _index = new SqliteIndexConnection(_connection);
    }

    public T Run<T>(Func<IIndexConnection, T> work)
    {
        try
        {
            return work(_index);
        }
        catch (SqliteException e) when (_connections.Translate(e) is { } expected)
        {
            throw expected;
        }
    }

    public void Dispose()
    {
        _index.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }
}
