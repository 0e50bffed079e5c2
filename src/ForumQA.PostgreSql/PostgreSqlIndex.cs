using System.Data;
using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>An index in a schema of a PostgreSQL database: see docs/decisions/0017.</summary>
internal sealed class PostgreSqlIndex : IIndexEngine
{
    private readonly PostgreSqlConnections _connections;

    private PostgreSqlIndex(PostgreSqlConnections connections) => _connections = connections;

    public string Name => _connections.Address.Name;

    /// <summary>Opens an existing index for reading.</summary>
    /// <exception cref="IndexException">There is none, the schema is another program's or of another version, or the database cannot be used.</exception>
    public static PostgreSqlIndex OpenExisting(PostgreSqlAddress address) => Open(address, PostgreSqlSchema.RequireCurrent);

    /// <summary>Opens an index for writing: makes the schema when missing, and applies the migrations it lacks.</summary>
    /// <exception cref="IndexException">The schema is another program's or of a newer version, or the database cannot be used.</exception>
    public static PostgreSqlIndex OpenOrCreate(PostgreSqlAddress address)
    {
        var index = Open(address, PostgreSqlSchema.Migrate);
        if (address.VectorExtension)
        {
            index.KeepUpVectors();
        }

        return index;
    }

    /// <summary>Whether there is an index, of whatever version.</summary>
    public static bool Exists(PostgreSqlAddress address) =>
        new PostgreSqlConnections(address).Run(connection => PostgreSqlSchema.Inspect(connection, address.Schema) is PostgreSqlSchemaState.Index);

    /// <summary>Deletes an index, even one of a newer version; what else is in its schema stays.</summary>
    /// <exception cref="IndexException">The schema is another program's.</exception>
    public static void Discard(PostgreSqlAddress address) => new PostgreSqlConnections(address).Run(connection =>
    {
        PostgreSqlSchema.Discard(connection, address);
        return true;
    });

    /// <inheritdoc/>
    public T Run<T>(Func<IIndexConnection, T> work) => _connections.Run(connection => work(new PostgreSqlIndexConnection(connection, keeps: false)));

    /// <inheritdoc/>
    public IIndexState OpenState() => _connections.OpenState();

    /// <inheritdoc/>
    public void Write(Action<IIndexConnection> work) => _connections.Run(connection =>
    {
        // Each statement sees what is committed by then: the first after the lock, what the writer before has left.
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        PostgreSqlSchema.Lock(connection, _connections.Address.Schema);
        var index = new PostgreSqlIndexConnection(connection, keeps: false);
        work(index);
        new VectorTable(index, _connections.Address).KeepUp(writing: true);
        index.Execute(ManifestTable.RaiseGeneration);
        transaction.Commit();
        return true;
    });

    private void KeepUpVectors() => _connections.Run(connection =>
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        PostgreSqlSchema.Lock(connection, _connections.Address.Schema);
        new VectorTable(new PostgreSqlIndexConnection(connection, keeps: false), _connections.Address).KeepUp(writing: false);
        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public long ReadSize() => Run(connection => connection.Scalar<long>(
        """
        SELECT CAST(SUM(pg_total_relation_size(c.oid)) AS BIGINT) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind = 'r'
        """,
        _connections.Address.Schema));

    /// <inheritdoc/>
    public IReadOnlyList<string> Check()
    {
        using var state = OpenState();
        return state.Run(connection => new List<string>([.. PostgreSqlCheck.Run(connection), .. IndexCheck.Run(connection)]));
    }

    /// <summary>Connections are the pool's, which others share.</summary>
    public void Dispose()
    {
    }

    private static PostgreSqlIndex Open(PostgreSqlAddress address, Action<Npgsql.NpgsqlConnection, PostgreSqlAddress> prepare)
    {
        var connections = new PostgreSqlConnections(address);
        connections.Run(connection =>
        {
            prepare(connection, address);
            return true;
        });
        return new PostgreSqlIndex(connections);
    }
}
