using System.Globalization;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ForumQA.Api.Records;

/// <summary>The SQLite file of the service: opened on first use, made when missing.</summary>
internal sealed class RecordDatabase : IRecordDatabase, IDisposable
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private static readonly int[] Unusable = [5, 6, 8, 10, 11, 13, 14, 26];

    /// <summary>"FQR1" in ASCII: tells it from an index and from other programs' files.</summary>
    private const int ApplicationId = 0x46515231;

    private readonly string _path;
    private readonly string _connectionString;
    private readonly Lock _opening = new();
    private bool _ready;

    public RecordDatabase(string path)
    {
        _path = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30, // Seconds a command waits for another process's lock.
        }.ToString();
    }

    /// <summary>Reads in one transaction.</summary>
    public T Read<T>(Func<ISqlConnection, T> work) => Run(work, deferred: true);

    /// <summary>Writes in one transaction, which is rolled back when <paramref name="work"/> throws.</summary>
    public T Write<T>(Func<ISqlConnection, T> work) => Run(work, deferred: false);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private T Run<T>(Func<ISqlConnection, T> work, bool deferred)
    {
        try
        {
            Prepare();
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred);
            var result = work(new SqliteRecordConnection(connection));
            transaction.Commit();
            return result;
        }
        catch (Exception e) when (e is SqliteException { SqliteErrorCode: var code } ? Unusable.Contains(code) : e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException(
                "records-unusable", "The file with answers and conversations cannot be used. Check that it is one, its permissions and the room on its disk, or name another in Api:Records:Path.", e);
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private void Prepare()
    {
        lock (_opening)
        {
            if (_ready)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var connection = Open();
            var version = connection.Scalar<long>("PRAGMA user_version");
            var empty = connection.Scalar<long>("PRAGMA schema_version") == 0;
            if (!empty && connection.Scalar<long>("PRAGMA application_id") != ApplicationId)
            {
                throw new ForumQAException("records-foreign", $"'{_path}' is another program's file. It is left untouched; name another in Api:Records:Path.");
            }

            connection.Execute("PRAGMA journal_mode = WAL");
            Migrate(connection, version);
            _ready = true;
        }
    }

    private void Migrate(SqliteConnection connection, long version)
    {
        var migrations = RecordMigrations.Sqlite;
        if (version > migrations.Count)
        {
            throw new ForumQAException("records-newer", $"'{_path}' is of a newer ForumQA. Update this one, or name another file in Api:Records:Path.");
        }

        for (; version < migrations.Count; version++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(migrations[(int)version]);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1}"));
            transaction.Commit();
        }
    }
}
