using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>Brings an index file to the schema this version writes: numbered SQL files, each applied in a transaction.</summary>
internal static class IndexSchema
{
    /// <summary>"FQA1" in ASCII, kept in the file header: tells an index from any other SQLite file.</summary>
    public const int ApplicationId = 0x46514131;

    private const string ResourcePrefix = "ForumQA.Storage.Sqlite.Migrations.";

    private static readonly string[] Migrations =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The newest schema this version knows: the number of migrations.</summary>
    public static int CurrentVersion => Migrations.Length;

    /// <summary>Says what is in the file, without changing it.</summary>
    public static IndexFileState Inspect(SqliteConnection connection)
    {
        // In one read: while another program makes the index, each pragma by itself may be of another moment.
        using var transaction = connection.BeginTransaction(deferred: true);
        var version = ReadPragma(connection, "user_version");
        var applicationId = ReadPragma(connection, "application_id");
        if (applicationId == ApplicationId)
        {
            return version > CurrentVersion ? IndexFileState.Newer
                : version < CurrentVersion ? IndexFileState.Older
                : IndexFileState.Current;
        }

        return applicationId == 0 && version == 0 && ReadPragma(connection, "schema_version") == 0
            ? IndexFileState.Empty
            : IndexFileState.Foreign;
    }

    /// <summary>Applies the migrations the file lacks.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        while (ReadPragma(connection, "user_version") < CurrentVersion)
        {
            using var transaction = connection.BeginTransaction(deferred: false);

            // Asked again with the lock in hand: another process may have applied one in the meantime.
            var version = ReadPragma(connection, "user_version");
            if (version < CurrentVersion)
            {
                Execute(connection, ReadMigration(version));
                Execute(connection, string.Create(CultureInfo.InvariantCulture,
                    $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1};"));
            }

            transaction.Commit();
        }
    }

    public static long ReadPragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (long)command.ExecuteScalar()!;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string ReadMigration(long index)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Migrations[index])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What an index file holds.</summary>
internal enum IndexFileState
{
    /// <summary>Nothing yet.</summary>
    Empty,

    /// <summary>An index of an older schema, which migrations bring up to date.</summary>
    Older,

    /// <summary>An index of this version's schema.</summary>
    Current,

    /// <summary>An index of a newer ForumQA.</summary>
    Newer,

    /// <summary>Another program's database.</summary>
    Foreign,
}
