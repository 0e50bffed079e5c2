using ForumQA.PostgreSql;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Tests.PostgreSql;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForumQA.Tests.Storage;

/// <summary>A place for an index that nothing is in yet, on one of the engines, with a way past the store to its tables.</summary>
public sealed class IndexHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _connection;

    private IndexHome(string? connection)
    {
        _connection = connection;
        Place = connection is null ? new SqlitePlace(_folder["index.db"]) : new PostgreSqlPlace(PostgreSqlAddress.Parse(connection, ""), _folder["index.db"]);
    }

    internal IndexPlace Place { get; }

    /// <summary>In a file.</summary>
    public static IndexHome OfSqlite() => new(null);

    /// <summary>In a schema.</summary>
    public static IndexHome OfPostgreSql(PostgreSqlServer server) => new(server.NewAddress());

    /// <summary>Runs a statement past the index.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql)
    {
        if (_connection is not null)
        {
            return PostgreSqlServer.Execute(_connection, sql);
        }

        using var connection = new SqliteConnection($"Data Source={_folder["index.db"]};Pooling=False");
        connection.Open();
        return connection.Execute(sql);
    }

    public void Dispose()
    {
        if (_connection is not null)
        {
            // Each schema has a pool of its own, and a server takes only so many connections.
            NpgsqlConnection.ClearAllPools();
        }

        _folder.Dispose();
    }
}
