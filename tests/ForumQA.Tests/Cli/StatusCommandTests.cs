using System.Text.Json;
using ForumQA.Tests.Models;
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
        Execute("UPDATE passage_vectors SET passages = passages + 1 WHERE document = (SELECT MIN(document) FROM passage_vectors)");

        var run = await _corpus.RunAsync("status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 documents have vectors that are not those of their passages", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_index_the_remedy_is_named()
    {
        var run = await _corpus.RunAsync("status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"forumqa index --corpus {_corpus.Path} --index {_corpus.IndexFile}", run.Error, StringComparison.Ordinal);
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
                "schema", "chunking", "changes", "chatEndpoint", "furtherModels", "embeddingEndpoint", "ok", "problems",
            ],
            status.EnumerateObject().Select(property => property.Name));
        Assert.True(status.GetProperty("ok").GetBoolean());
        Assert.Equal(_corpus.Path, status.GetProperty("corpus").GetString());
        Assert.Equal(
            ["added", "updated", "deleted", "unreadable", "notRead"], status.GetProperty("changes").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Configured_models_that_answer_are_shown()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await _corpus.RunAsync("index");

        var run = await _corpus.RunAsync("status", "--config", Configure(server, "model-1"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"Model      model-1 at http://127\.0\.0\.1:\d+/v1 \(\d+ ms\)\n", run.Output);
    }

    [Fact]
    public async Task Further_models_are_shown_and_checked_too()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Then(ChatReply.ModelUnknown());
        await _corpus.RunAsync("index");

        var run = await _corpus.RunAsync("status", "--config", Configure(server, "model-1", "\"model-9\""));

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"Model      model-1 at \S+ \(\d+ ms\)\n           model-9 at \S+ cannot be used\n", run.Output);
        Assert.Contains("Set Chat:Models to one of its models: model-1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model-9", "Set Chat:Model to one of its models: model-1")]
    [InlineData("model-1", "refused the key")]
    public async Task A_model_that_cannot_be_used_is_a_problem_with_a_remedy(string model, string remedy)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Then(ChatReply.ModelUnknown());
        server.Key = model == "model-1" ? "other" : null;
        await _corpus.RunAsync("index");

        var run = await _corpus.RunAsync("status", "--config", Configure(server, model));
        var json = await _corpus.RunAsync("status", "--json", "--config", Configure(server.Then(ChatReply.ModelUnknown()), model));

        Assert.Equal((2, 2), (run.ExitCode, json.ExitCode));
        Assert.Contains(remedy, run.Output, StringComparison.Ordinal);
        var endpoint = JsonDocument.Parse(json.Output).RootElement.GetProperty("chatEndpoint");
        Assert.Equal(["endpoint", "model", "ok", "code", "message", "milliseconds"], endpoint.EnumerateObject().Select(property => property.Name));
        Assert.False(endpoint.GetProperty("ok").GetBoolean());
        Assert.DoesNotContain("sk-secret", run.Output + json.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _corpus.Dispose();

    private string Configure(ScriptedModelServer server, string model, string further = "") => _corpus.WriteBeside(
        "forumqa.json", $$"""{ "Chat": { "Endpoint": "{{server.Endpoint}}", "Model": "{{model}}", "Models": [{{further}}], "ApiKey": "sk-secret" } }""");

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_corpus.IndexFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
