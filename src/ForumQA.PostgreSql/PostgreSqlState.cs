using System.Data;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>One state of an index: a transaction whose reads all see what was committed before its first.</summary>
internal sealed class PostgreSqlState : IIndexState
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly PostgreSqlIndexConnection _index;
    private readonly string _name;

    /// <param name="connection">An open one, disposed of with the state.</param>
    /// <param name="address">Of the index.</param>
    public PostgreSqlState(NpgsqlConnection connection, PostgreSqlAddress address)
    {
        _name = address.Name;
        _connection = connection;
        _transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        _index = new PostgreSqlIndexConnection(connection, keeps: true, address.VectorExtension);

        // The state stands still from its first statement on; run here, where it may still be tried again.
        _index.CountPassages();
    }

    public T Run<T>(Func<IIndexConnection, T> work)
    {
        try
        {
            return work(_index);
        }
        catch (Exception e) when (PostgreSqlFailures.Translate(e, _name) is { } expected)
        {
            throw expected;
        }
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
