using ForumQA.Api.Records;
using ForumQA.PostgreSql;
using ForumQA.Storage;
using ForumQA.Tests.PostgreSql;
using Npgsql;

namespace ForumQA.Tests.Api.Records;

/// <summary>A place for the records of a service that nothing is in yet, in a file or in a database.</summary>
public sealed class RecordHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _opened = [];
    private readonly string? _connection;

    private RecordHome(string? connection) => _connection = connection;

    /// <summary>In a file.</summary>
    public static RecordHome OfSqlite() => new(null);

    /// <summary>In a schema.</summary>
    public static RecordHome OfPostgreSql(PostgreSqlServer server) => new(server.NewAddress());

    /// <summary>Opens it as a service that has just started does; each time anew.</summary>
    internal IRecordDatabase Open()
    {
        if (_connection is not null)
        {
            return new PostgreSqlPlace(PostgreSqlAddress.Parse(_connection, ""), _folder["index.db"]).Records(RecordMigrations.PostgreSql);
        }

        var database = new RecordDatabase(_folder["records.db"]);
        _opened.Add(database);
        return database;
    }

    public void Dispose()
    {
        _opened.ForEach(database => database.Dispose());
        if (_connection is not null)
        {
            // A server takes only so many connections.
            NpgsqlConnection.ClearAllPools();
        }

        _folder.Dispose();
    }
}
