using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>Runs the same few statements over and over on one connection: each is prepared once. For one thread; disposed of before the transaction ends.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    /// <inheritdoc cref="SqliteCommands.Execute"/>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Inserts a row.</summary>
    /// <returns>The id it got.</returns>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            return _commands[sql] = connection.Prepare(sql, values);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = SqliteCommands.ToParameter(values[i]);
        }

        return command;
    }
}
