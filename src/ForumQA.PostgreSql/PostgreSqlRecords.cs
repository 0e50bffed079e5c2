using System.Data;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>A program's own tables in a schema beside that of the index, over the same connections.</summary>
internal sealed class PostgreSqlRecords(PostgreSqlAddress address, IReadOnlyList<string> migrations) : IRecordDatabase
{
    /// <summary>The table with the number of migrations applied, which also tells that the schema is ours.</summary>
    private const string VersionTable = "record_schema";

    private readonly PostgreSqlConnections _connections = new(address);
    private readonly Lock _opening = new();
    private bool _ready;

    private string Schema => address.RecordSchema;

    public T Read<T>(Func<ISqlConnection, T> work) => Run(work, IsolationLevel.RepeatableRead, writes: false);

    // Each statement sees what is committed by then: the first after the lock, what the writer before has left.
    public T Write<T>(Func<ISqlConnection, T> work) => Run(work, IsolationLevel.ReadCommitted, writes: true);

    private T Run<T>(Func<ISqlConnection, T> work, IsolationLevel isolation, bool writes)
    {
        Prepare();
        try
        {
            return RunOnce(work, isolation, writes);
        }
        catch (IndexException e) when (e.Code == IndexException.MissingCode)
        {
            // Someone has dropped the tables. They are made again, empty, as after a start.
            lock (_opening)
            {
                _ready = false;
            }

            Prepare();
            return RunOnce(work, isolation, writes);
        }
    }

    private T RunOnce<T>(Func<ISqlConnection, T> work, IsolationLevel isolation, bool writes) => _connections.Run(connection =>
    {
        using var transaction = connection.BeginTransaction(isolation);
        if (writes)
        {
            PostgreSqlSchema.Lock(connection, Schema);
        }

        var statements = Enter(connection);
        var result = work(statements);
        transaction.Commit();
        return result;
    });

    private void Prepare()
    {
        lock (_opening)
        {
            if (!_ready)
            {
                _ready = _connections.Run(Migrate);
            }
        }
    }

    private bool Migrate(NpgsqlConnection connection)
    {
        if (ReadVersion(connection) == migrations.Count)
        {
            return true;
        }

        using var transaction = connection.BeginTransaction();
        PostgreSqlSchema.Lock(connection, Schema);

        // Asked again with the lock in hand: another instance may have made them in the meantime.
        var version = ReadVersion(connection);
        PostgreSqlSchema.Create(connection, Schema);
        var statements = Enter(connection);
        if (version == 0)
        {
            statements.Execute($"CREATE TABLE {VersionTable} (version integer NOT NULL)");
            statements.Execute($"INSERT INTO {VersionTable} (version) VALUES (0)");
        }

        foreach (var migration in migrations.Skip(version))
        {
            statements.Execute(migration);
        }

        statements.Execute($"UPDATE {VersionTable} SET version = $1", migrations.Count);
        transaction.Commit();
        return true;
    }

    /// <summary>How many migrations were applied; 0 when nothing is there.</summary>
    /// <exception cref="ForumQAException">The tables are another program's, or of a newer version.</exception>
    private int ReadVersion(NpgsqlConnection connection)
    {
        var tables = PostgreSqlSchema.TablesOf(connection, Schema);
        if (tables.Count == 0)
        {
            return 0;
        }

        if (!tables.Contains(VersionTable))
        {
            throw new ForumQAException(
                "records-foreign", $"The schema '{Schema}' of '{address.Name}' has another program's tables. It is left untouched; name another schema in Index:Connection, or a file in Api:Records:Path.");
        }

        var version = new PostgreSqlStatements(connection).Scalar<int>($"SELECT version FROM {Schema}.{VersionTable}");
        return version <= migrations.Count ? version : throw new ForumQAException(
            "records-newer", $"The schema '{Schema}' of '{address.Name}' is of a newer ForumQA. Update this one, or name a file in Api:Records:Path.");
    }

    /// <summary>Leads the transaction's statements to the tables; the connection goes back to the index's with its end.</summary>
    private PostgreSqlStatements Enter(NpgsqlConnection connection)
    {
        var statements = new PostgreSqlStatements(connection);
        statements.Execute($"SET LOCAL search_path = {Schema}");
        return statements;
    }
}
