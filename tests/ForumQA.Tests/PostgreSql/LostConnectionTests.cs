using ForumQA.PostgreSql;
using ForumQA.Storage;
using ForumQA.Tests.Storage;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>What goes wrong between here and the database: tried again, or said with the remedy, and nothing half written.</summary>
[Collection(OneServer.Name)]
public sealed class LostConnectionTests(PostgreSqlServer server)
{
    private const string EndOthers = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid() AND backend_type = 'client backend'";

    [PostgreSqlFact]
    public void A_server_that_was_restarted_is_asked_again()
    {
        using var home = IndexHome.OfPostgreSql(server);
        using var store = home.Place.OpenOrCreate();
        IndexFileTests.Put(store, IndexFileTests.Sample("a.md", "Data are like water."));

        server.Restart();
        Assert.Equal("Data are like water.", store.Documents.Find("a.md")!.Text);
        server.Restart();
        using (var snapshot = store.OpenSnapshot())
        {
            Assert.Single(snapshot.Words.Search(["water"], 10));
        }

        server.Restart();
        IndexFileTests.Put(store, IndexFileTests.Sample("b.md", "Robots help."));
        Assert.Equal(2, store.ReadManifest().DocumentCount);
        Assert.Empty(store.Check());
    }

    [PostgreSqlFact]
    public void A_write_that_loses_its_connection_is_done_once_and_whole()
    {
        using var home = IndexHome.OfPostgreSql(server);
        home.Place.OpenOrCreate().Dispose();
        using var index = PostgreSqlIndex.OpenExisting(AddressOf(home));
        var attempts = 0;
        var before = index.Run(ManifestTable.ReadGeneration);

        index.Write(connection =>
        {
            connection.Execute("INSERT INTO manifest (key, value) VALUES ('note', 'once')");
            if (++attempts == 1)
            {
                PostgreSqlServer.Execute(server.ConnectionString, EndOthers);
            }

            connection.Execute("UPDATE manifest SET value = value || '!' WHERE key = 'note'");
        });

        Assert.Equal(2, attempts);
        Assert.Equal("once!", index.Run(connection => ManifestTable.Get(connection, "note")));
        Assert.Equal(before + 1, index.Run(ManifestTable.ReadGeneration));
    }

    [PostgreSqlFact]
    public void A_state_that_is_lost_says_so()
    {
        using var home = IndexHome.OfPostgreSql(server);
        using var store = home.Place.OpenOrCreate();
        using var snapshot = store.OpenSnapshot();

        PostgreSqlServer.Execute(server.ConnectionString, EndOthers);

        Says("index-unreachable", "try again", () => snapshot.Documents.Count());
    }

    [PostgreSqlFact]
    public void A_statement_that_takes_too_long_says_which_limit_it_met()
    {
        using var home = IndexHome.OfPostgreSql(server);
        home.Place.OpenOrCreate().Dispose();
        foreach (var limit in new[] { "Options=-c statement_timeout=100", "Command Timeout=1" })
        {
            // On a busy machine what opens the index may already take too long, and says the same.
            Says("index-too-slow", "statement_timeout", () =>
            {
                using var index = PostgreSqlIndex.OpenExisting(AddressOf(home, limit));
                index.Run(connection => connection.Execute("SELECT pg_sleep(30)"));
            });
        }
    }

    [PostgreSqlFact]
    public void A_full_pool_and_a_full_server_say_what_to_raise()
    {
        using var home = IndexHome.OfPostgreSql(server);
        home.Place.OpenOrCreate().Dispose();
        using var index = PostgreSqlIndex.OpenExisting(AddressOf(home, "Maximum Pool Size=1;Timeout=4"));
        using (index.OpenState())
        {
            Says("index-connections", "Maximum Pool Size", () => index.OpenState().Dispose());
        }

        var taken = new List<NpgsqlConnection>();
        try
        {
            Says("index-connections", "max_connections", () =>
            {
                while (true)
                {
                    Take(taken, AddressOf(home, "Pooling=false").ConnectionString);
                    using var next = PostgreSqlIndex.OpenExisting(AddressOf(home, "Pooling=false"));
                }
            });
        }
        finally
        {
            taken.ForEach(connection => connection.Dispose());
        }
    }

    [PostgreSqlFact]
    public void What_is_not_there_or_not_allowed_is_said()
    {
        using var home = IndexHome.OfPostgreSql(server);
        PostgreSqlServer.Execute(server.ConnectionString, "DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN");

        Says("index-unreachable", "Check that it runs", () => PostgreSqlIndex.OpenOrCreate(AddressOf(home, "Host=127.0.0.1;Port=1;Timeout=1")));
        Says("index-refused", "database \"nowhere\" does not exist", () => PostgreSqlIndex.OpenOrCreate(AddressOf(home, "Database=nowhere")));
        Says("index-refused", "permission denied", () => PostgreSqlIndex.OpenOrCreate(AddressOf(home, "Username=guest")));
        home.Place.OpenOrCreate().Dispose();
        Says("index-read-only", "primary", () =>
        {
            using var index = PostgreSqlIndex.OpenExisting(AddressOf(home, "Options=-c default_transaction_read_only=on"));
            index.Write(_ => { });
        });
    }

    [PostgreSqlFact]
    public void A_server_without_pgvector_says_what_to_install_where_it_is_asked_for()
    {
        using var home = IndexHome.OfPostgreSql(server);
        if (PostgreSqlServer.Scalar(server.ConnectionString, "SELECT name FROM pg_available_extensions WHERE name = 'vector'") is null)
        {
            Says("index-extension-missing", "Install it", () => PostgreSqlIndex.OpenOrCreate(AddressOf(home) with { VectorExtension = true }));
        }

        using var store = home.Place.OpenOrCreate();
        IndexFileTests.Put(store, IndexFileTests.Sample("a.md", "Data are like water."), [1, 0]);
        Assert.Empty(store.Check());
    }

    private PostgreSqlAddress AddressOf(IndexHome home, string settings = "") =>
        PostgreSqlAddress.Parse($"{server.ConnectionString};{settings};Search Path={home.Place.Name.Split("schema=")[1]}", "");

    /// <summary>Takes one connection more, where there is one: the server still counts what the index has just closed until its process has ended.</summary>
    private static void Take(List<NpgsqlConnection> taken, string address)
    {
        var connection = new NpgsqlConnection(address);
        taken.Add(connection);
        try
        {
            connection.Open();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // The index's next is refused too, or there is room again.
        }
    }

    private static void Says(string code, string remedy, Action action)
    {
        var error = Assert.Throws<IndexException>(action);
        Assert.Equal(code, error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
