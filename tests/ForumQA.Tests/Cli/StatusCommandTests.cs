using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Cli;

public sealed class StatusCommandTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    [Fact]
    public async Task A_sound_index_is_ok()
    {
        await _corpus.RunAsync("index");

        var run = await _corpus.RunAsync("status");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Documents  2\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Check      ok\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_since_is_counted()
    {
        await _corpus.RunAsync("index");
        _corpus.Write("windmill.md", "New.");
        _corpus.Write("harbour.md", "Changed.");
        File.Delete(Path.Combine(_corpus.Path, "bakery.md"));

        var run = await _corpus.RunAsync("status");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 new, 1 changed, 1 deleted", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, _corpus.ReadManifest().DocumentCount);
    }

    [Fact]
    public async Task Problems_are_listed_and_give_exit_code_2()
    {
        await _corpus.RunAsync("index");
        Execute("DELETE FROM vectors WHERE passage = (SELECT MIN(passage) FROM vectors)");

        var run = await _corpus.RunAsync("status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 passages have no vector yet", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_index_the_remedy_is_named()
    {
        var run = await _corpus.RunAsync("status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("forumqa index", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_has_the_documented_shape()
    {
        await _corpus.RunAsync("index");

        var run = await _corpus.RunAsync("status", "--json");

        var status = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            [
                "index", "bytes", "corpus", "documents", "passages", "vectors", "embeddingModel", "dimensions",
                "schema", "chunking", "changes", "ok", "problems",
            ],
            status.EnumerateObject().Select(property => property.Name));
        Assert.True(status.GetProperty("ok").GetBoolean());
        Assert.Equal(_corpus.Path, status.GetProperty("corpus").GetString());
        Assert.Equal(
            ["added", "updated", "deleted"], status.GetProperty("changes").EnumerateObject().Select(property => property.Name));
    }

    public void Dispose() => _corpus.Dispose();

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_corpus.IndexFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
