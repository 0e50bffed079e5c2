using ForumQA.Api.Access;
using ForumQA.Api.Records;
using ForumQA.PostgreSql;
using ForumQA.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Tables beside an index: whose they are, and what goes wrong between here and the database.</summary>
[Collection(OneServer.Name)]
public sealed class PostgreSqlRecordTests(PostgreSqlServer server) : IDisposable
{
    private const string EndOthers = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid() AND backend_type = 'client backend'";

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    [PostgreSqlFact]
    public void Are_made_once_by_many_who_open_them_at_once_and_leave_the_index_alone()
    {
        var place = Place(server.NewAddress());

        Parallel.For(0, 8, i => Insert(Records(place), $"c{i}"));

        Assert.Equal(8, Count(Records(place)));
        Assert.False(place.Exists());
        using (var store = place.OpenOrCreate())
        {
            Assert.Empty(store.Check());
            Insert(Records(place), "c8");
            Assert.Empty(store.Check());
        }

        place.Discard();
        Assert.Equal(9, Count(Records(place)));
    }

    [PostgreSqlFact]
    public void A_write_that_loses_its_connection_is_done_once_and_whole()
    {
        var records = Records(Place(server.NewAddress()));
        Insert(records, "c1");
        var attempts = 0;

        records.Write(connection =>
        {
            connection.Execute("UPDATE conversations SET title = COALESCE(title, '') || 'a'");
            if (++attempts == 1)
            {
                PostgreSqlServer.Execute(server.ConnectionString, EndOthers);
            }

            return connection.Execute("UPDATE conversations SET title = title || 'b'");
        });

        Assert.Equal((2, "ab"), (attempts, records.Read(connection => connection.Scalar<string>("SELECT title FROM conversations"))));
    }

    [PostgreSqlFact]
    public void A_server_that_was_restarted_is_asked_again()
    {
        var records = Records(Place(server.NewAddress()));
        Insert(records, "c1");

        server.Restart();
        Assert.Equal(1, Count(records));
        server.Restart();
        Insert(records, "c2");

        Assert.Equal(2, Count(records));
    }

    [PostgreSqlFact]
    public void Tables_that_someone_dropped_are_made_again()
    {
        var address = server.NewAddress();
        var records = Records(Place(address));
        Insert(records, "c1");

        PostgreSqlServer.Execute(address, $"DROP SCHEMA {SchemaOf(address)} CASCADE");

        Assert.Equal(0, Count(records));
        Insert(records, "c2");
        Assert.Equal(1, Count(records));
    }

    [PostgreSqlFact]
    public void Another_programs_schema_and_one_of_a_newer_version_are_left_untouched()
    {
        var foreign = server.NewAddress();
        PostgreSqlServer.Execute(foreign, $"CREATE SCHEMA {SchemaOf(foreign)}; CREATE TABLE {SchemaOf(foreign)}.conversations (id text)");
        var newer = server.NewAddress();
        Insert(Records(Place(newer)), "c1");
        PostgreSqlServer.Execute(newer, $"UPDATE {SchemaOf(newer)}.record_schema SET version = 999");

        Says("records-foreign", "Api:Records:Path", () => Count(Records(Place(foreign))));
        Says("records-newer", "Update", () => Count(Records(Place(newer))));
        PostgreSqlServer.Execute(foreign, $"SELECT id FROM {SchemaOf(foreign)}.conversations");
    }

    [PostgreSqlFact]
    public void Failures_have_the_codes_of_the_index()
    {
        var address = server.NewAddress();
        PostgreSqlServer.Execute(server.ConnectionString, "DROP ROLE IF EXISTS visitor; CREATE ROLE visitor LOGIN");
        Insert(Records(Place(address)), "c1");

        Says("index-unreachable", "Check that it runs", () => Count(Records(Place(address + ";Host=127.0.0.1;Port=1;Timeout=1"))));
        Says("index-refused", "permission denied", () => Count(Records(Place(server.NewAddress("Username=visitor")))));
        Says("index-read-only", "primary", () => Insert(Records(Place(address + ";Options=-c default_transaction_read_only=on")), "c2"));
        Says("index-too-slow", "statement_timeout", () => Records(Place(address + ";Command Timeout=1")).Read(connection => connection.Execute("SELECT pg_sleep(5)")));
        Says("index-connections", "Maximum Pool Size", () =>
        {
            var records = Records(Place(address + ";Maximum Pool Size=1;Timeout=4"));
            records.Read(_ => Count(records));
        });
    }

    [PostgreSqlFact]
    public void Letters_are_compared_as_in_the_file_whatever_the_databases_language()
    {
        PostgreSqlServer.Execute(server.ConnectionString, "CREATE DATABASE german TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'");
        var conversations = new ConversationStore(Records(Place(server.NewAddress("Database=german"))), new RecordLimits(Options.Create(new RecordOptions()), TimeProvider.System), TimeProvider.System);
        conversations.Create("Ärger", Caller.Local);

        Assert.Equal((1, 1, 0), (conversations.List("Ä", 0, 1, Caller.Local).Total, conversations.List("ÄRGER", 0, 1, Caller.Local).Total, conversations.List("ä", 0, 1, Caller.Local).Total));
    }

    [PostgreSqlFact]
    public void Reading_sees_one_state()
    {
        var place = Place(server.NewAddress());
        var (one, other) = (Records(place), Records(place));
        Insert(one, "c1");

        var counts = one.Read(connection =>
        {
            var before = connection.Scalar<long>("SELECT COUNT(*) FROM conversations");
            Insert(other, "c2");
            return (before, connection.Scalar<long>("SELECT COUNT(*) FROM conversations"));
        });

        Assert.Equal((1, 1), counts);
        Assert.Equal(2, Count(one));
    }

    [Theory]
    [InlineData("papers", "papers_records")]
    [InlineData("a23456789012345678901234567890123456789012345678901234_1a2b3c4d", "a234567890123456789012345678901234567890123456_1a2b3c4d_records")]
    public void Stand_in_a_schema_called_after_the_indexs(string schema, string records)
    {
        var address = PostgreSqlAddress.Parse($"Host=h;Search Path={schema}", "");

        Assert.Equal(records, address.RecordSchema);
        Assert.True(address.RecordSchema.Length <= 63);
    }

    private static string SchemaOf(string address) => PostgreSqlAddress.Parse(address, "").RecordSchema;

    private PostgreSqlPlace Place(string address) => new(PostgreSqlAddress.Parse(address, ""), _folder["index.db"]);

    private static IRecordDatabase Records(PostgreSqlPlace place) => place.Records(RecordMigrations.PostgreSql);

    private static int Insert(IRecordDatabase records, string id) =>
        records.Write(connection => connection.Execute("INSERT INTO conversations (id, created, updated) VALUES ($1, 1, 1)", id));

    private static long Count(IRecordDatabase records) => records.Read(connection => connection.Scalar<long>("SELECT COUNT(*) FROM conversations"));

    private static void Says(string code, string remedy, Action action)
    {
        var error = Assert.ThrowsAny<ForumQAException>(action);
        Assert.Equal(code, error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
