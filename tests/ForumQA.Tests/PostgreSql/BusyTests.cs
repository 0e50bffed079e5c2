using System.Net;
using ForumQA.PostgreSql;
using ForumQA.Storage;
using ForumQA.Tests.Api;
using ForumQA.Tests.Storage;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>A writer that waits for another longer than it may.</summary>
[Collection(OneServer.Name)]
public sealed class BusyTests(PostgreSqlServer server) : IDisposable
{
    /// <summary>In milliseconds, in place of half a minute.</summary>
    private const string Impatient = "Options=-c lock_timeout=200";

    private readonly ServiceFolder _folder = new();

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    [PostgreSqlFact]
    public void Says_that_another_process_is_writing_and_writes_when_it_is_done()
    {
        var address = Parse(server.NewAddress(Impatient));
        using var store = new IndexStore(PostgreSqlIndex.OpenOrCreate(address));
        using (Hold(address, address.Schema))
        {
            var error = Assert.Throws<IndexException>(() => IndexFileTests.Put(store, IndexFileTests.Sample("a.md", "Data are like water.")));

            Assert.Equal("index-busy", error.Code);
            Assert.Contains("Try again", error.Message, StringComparison.Ordinal);
            Assert.Equal(0, store.ReadManifest().DocumentCount);
        }

        IndexFileTests.Put(store, IndexFileTests.Sample("a.md", "Data are like water."));
        Assert.Equal(1, store.ReadManifest().DocumentCount);
    }

    [PostgreSqlFact]
    public void Making_the_index_waits_its_turn_too()
    {
        var address = Parse(server.NewAddress(Impatient));
        using (Hold(address, address.Schema))
        {
            Assert.Equal("index-busy", Assert.Throws<IndexException>(() => PostgreSqlIndex.OpenOrCreate(address)).Code);
        }

        using var index = PostgreSqlIndex.OpenOrCreate(address);
    }

    [PostgreSqlFact]
    public void Waits_half_a_minute_where_nobody_says_how_long()
    {
        Assert.Equal("30s", WaitOf(""));
        Assert.Equal("200ms", WaitOf(Impatient));
    }

    [PostgreSqlFact]
    public async Task The_service_is_unavailable_with_the_same_code_while_its_records_are_locked()
    {
        var address = server.NewAddress(Impatient);
        await using var service = await RunningService.StartAsync(_folder, null, $"--Index:Connection={address}");
        await service.PostJsonAsync("/v1/conversations", new { title = "Before" });
        using (Hold(Parse(address), Parse(address).RecordSchema))
        {
            await RunningService.ProblemAsync(await service.PostAsync("/v1/conversations", new { title = "Meanwhile" }), 503, "index-busy");
            Assert.Equal(1, (int)(await service.GetJsonAsync("/v1/conversations"))["total"]!);
        }

        using var after = await service.PostAsync("/v1/conversations", new { title = "After" });
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
    }

    private static PostgreSqlAddress Parse(string address) => PostgreSqlAddress.Parse(address, "");

    private string WaitOf(string settings)
    {
        var address = Parse(server.NewAddress(settings));
        using var held = Hold(address, address.Schema);
        return new PostgreSqlStatements(held.Connection).Scalar<string>("SELECT current_setting('lock_timeout')")!;
    }

    /// <summary>Is another writer, until it is disposed of.</summary>
    private static Writer Hold(PostgreSqlAddress address, string schema) => new(address.ConnectionString, schema);

    private sealed class Writer : IDisposable
    {
        private readonly NpgsqlTransaction _transaction;

        public Writer(string connectionString, string schema)
        {
            Connection = new NpgsqlConnection(connectionString);
            Connection.Open();
            _transaction = Connection.BeginTransaction();
            PostgreSqlSchema.Lock(Connection, schema);
        }

        public NpgsqlConnection Connection { get; }

        public void Dispose()
        {
            _transaction.Dispose();
            Connection.Dispose();
        }
    }
}
