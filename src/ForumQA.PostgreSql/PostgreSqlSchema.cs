using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>Brings a schema to what this version writes: numbered SQL files, each applied in a transaction.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>The row of <c>manifest</c> with the number of the schema, which also tells that it is an index of ours.</summary>
    public const string VersionKey = "postgresql-schema";

    /// <summary>Seconds that a writer waits for another where neither the address nor the server says how long (<c>lock_timeout</c>).</summary>
    private const int Patience = 30;

    private static readonly string[] Migrations =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The newest schema this version knows: the number of migrations.</summary>
    public static int CurrentVersion => Migrations.Length;

    /// <summary>Says what is in a schema, without changing it.</summary>
    public static PostgreSqlSchemaState Inspect(NpgsqlConnection connection, string schema)
    {
        var tables = TablesOf(connection, schema);
        return tables.Count == 0 ? PostgreSqlSchemaState.Empty
            : tables.Contains("manifest") && tables.Contains("documents") && ReadVersion(connection) > 0 ? PostgreSqlSchemaState.Index
            : PostgreSqlSchemaState.Foreign;
    }

    /// <summary>What is called by a name and read from in a schema; empty when there is no such schema.</summary>
    public static IReadOnlySet<string> TablesOf(NpgsqlConnection connection, string schema) => new PostgreSqlStatements(connection)
        .Query(
            "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND relkind IN ('r', 'p', 'v', 'm', 'f')",
            row => row.GetString(0),
            schema)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The number of the schema that the connection's search path leads to; 0 when its manifest is not ours.</summary>
    public static int ReadVersion(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT value FROM manifest WHERE key = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = VersionKey });
        try
        {
            return command.ExecuteScalar() is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction)
        {
            // Another program's table of this name.
            return 0;
        }
    }

    /// <exception cref="IndexException">There is no index, or it is of another version.</exception>
    public static void RequireCurrent(NpgsqlConnection connection, PostgreSqlAddress address)
    {
        switch (Inspect(connection, address.Schema))
        {
            case PostgreSqlSchemaState.Empty:
                throw IndexException.Missing(address.Name);
            case PostgreSqlSchemaState.Foreign:
                throw IndexException.NotAnIndex(address.Name);
        }

        var version = ReadVersion(connection);
        if (version != CurrentVersion)
        {
            throw version > CurrentVersion ? IndexException.Newer(address.Name, version, CurrentVersion) : IndexException.Older(address.Name, version);
        }
    }

    /// <summary>Makes the schema and applies the migrations it lacks.</summary>
    /// <exception cref="IndexException">It is another program's, or of a newer version.</exception>
    public static void Migrate(NpgsqlConnection connection, PostgreSqlAddress address)
    {
        if (Inspect(connection, address.Schema) == PostgreSqlSchemaState.Index && ReadVersion(connection) == CurrentVersion)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        Lock(connection, address.Schema);

        // Asked again with the lock in hand: another process may have made it in the meantime.
        var state = Inspect(connection, address.Schema);
        if (state == PostgreSqlSchemaState.Foreign)
        {
            throw IndexException.NotAnIndex(address.Name);
        }

        Create(connection, address.Schema);
        var version = state == PostgreSqlSchemaState.Index ? ReadVersion(connection) : 0;
        if (version > CurrentVersion)
        {
            throw IndexException.Newer(address.Name, version, CurrentVersion);
        }

        foreach (var migration in Migrations.Skip(version))
        {
            Execute(connection, ReadMigration(migration));
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture,
            $"INSERT INTO manifest (key, value) VALUES ('{VersionKey}', '{CurrentVersion}') ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
        transaction.Commit();
    }

    /// <summary>Deletes the tables of an index, and the schema when nothing else is in it.</summary>
    /// <exception cref="IndexException">The schema is another program's.</exception>
    public static void Discard(NpgsqlConnection connection, PostgreSqlAddress address)
    {
        using var transaction = connection.BeginTransaction();
        Lock(connection, address.Schema);
        switch (Inspect(connection, address.Schema))
        {
            case PostgreSqlSchemaState.Empty:
                return;
            case PostgreSqlSchemaState.Foreign:
                throw IndexException.NotAnIndex(address.Name);
        }

        Execute(
            connection,
            """
            DROP TABLE IF EXISTS manifest, statistics, postings, acronyms, document_metadata, passage_embeddings, passage_vectors, sentence_vectors,
                mention_versions, mentions, name_words, names, passages, documents, unreadable_files
            """);
        if (address.Schema != "public")
        {
            Execute(connection, $"DO $$ BEGIN DROP SCHEMA {address.Schema}; EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL; END $$");
        }

        transaction.Commit();
    }

    /// <summary>Waits for the writers before; the lock is let go of with the transaction.</summary>
    public static void Lock(NpgsqlConnection connection, string schema)
    {
        // A number of our own for each schema; locks belong to the database.
        var key = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("forumqa " + schema)));
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT set_config('lock_timeout', '{Patience}s', true) WHERE current_setting('lock_timeout') = '0'"));
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({key})"));
    }

    /// <summary>Makes a schema that is not there yet.</summary>
    public static void Create(NpgsqlConnection connection, string schema)
    {
        // Asked, because CREATE SCHEMA IF NOT EXISTS wants the right to make one even where there is one.
        if (!new PostgreSqlStatements(connection).Scalar<bool>("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1)", schema))
        {
            Execute(connection, $"CREATE SCHEMA {schema}");
        }
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string ReadMigration(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What a schema holds.</summary>
internal enum PostgreSqlSchemaState
{
    /// <summary>It is not there, or nothing is in it.</summary>
    Empty,

    /// <summary>An index, of whatever version.</summary>
    Index,

    /// <summary>Another program's tables.</summary>
    Foreign,
}
