using System.Text.Json;
using ForumQA.Tests.Cli;
using ForumQA.Tests.Storage;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>The console with its index in a database.</summary>
[Collection(OneServer.Name)]
public sealed class PostgreSqlCommandTests(PostgreSqlServer server) : IDisposable
{
    private readonly CliCorpus _corpus = new();

    public void Dispose()
    {
        _corpus.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    [PostgreSqlFact]
    public async Task Every_command_takes_an_address_where_it_takes_a_file()
    {
        var address = Address("commands");

        var index = await RunAsync(address, "index");
        var ask = await RunAsync(address, "ask", "Who opened the harbour of Lindale?");
        var search = await RunAsync(address, "search", "lighthouse");
        var status = await RunAsync(address, "status", "--json");

        Assert.All([index, ask, search, status], run => Assert.Equal(0, run.ExitCode));
        Assert.Contains($"in postgres://forumqa@{Host}/postgres?schema=commands", index.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", index.Output + ask.Output + search.Output + status.Output + status.Error, StringComparison.Ordinal);
        Assert.Contains("harbour", search.Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(status.Output).RootElement.GetProperty("bytes").GetInt64() > 0);
        Assert.False(File.Exists(_corpus.IndexFile));
    }

    [PostgreSqlFact]
    public async Task An_index_is_copied_there_and_back_and_its_vectors_are_not_made_again()
    {
        await _corpus.RunAsync("index");
        var back = Path.Combine(Path.GetDirectoryName(_corpus.IndexFile)!, "back.db");

        var there = await _corpus.RunAsync("index", "copy", _corpus.IndexFile, Address("copied"));
        var again = await _corpus.RunAsync("index", "copy", _corpus.IndexFile, Address("copied"), "--json");
        var andBack = await _corpus.RunAsync("index", "copy", Address("copied"), back);

        Assert.All([there, again, andBack], run => Assert.Equal(0, run.ExitCode));
        Assert.Contains("2 documents copied", there.Output, StringComparison.Ordinal);
        var account = JsonDocument.Parse(again.Output).RootElement;
        Assert.Equal((0, 2, 2), (account.GetProperty("copied").GetInt32(), account.GetProperty("documents").GetInt32(), account.GetProperty("vectors").GetInt32()));
        Assert.Equal(IndexContents.HashOf(_corpus.IndexFile), IndexContents.HashOf(back));
    }

    [PostgreSqlFact]
    public async Task A_message_names_the_command_without_the_password()
    {
        var run = await RunAsync(Address("nothing"), "search", "lighthouse", "--no-sync");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("forumqa index", run.Error, StringComparison.Ordinal);
        Assert.Contains("schema=nothing", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> RunAsync(string address, params string[] arguments) => CliRun.InvokeAsync("", [.. arguments, "--corpus", _corpus.Path, "--index", address]);

    private string Host => new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;

    // The password is not asked for by this server; what matters is that nobody reads it.
    private string Address(string schema) => $"postgres://forumqa:secret@localhost/postgres?schema={schema}&host={Uri.EscapeDataString(Host)}";
}
