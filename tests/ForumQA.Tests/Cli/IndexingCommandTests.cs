using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Cli;

public sealed class IndexingCommandTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    [Fact]
    public async Task Index_says_what_it_did()
    {
        var first = await _corpus.RunAsync("index");
        _corpus.Write("bakery.md", "The bakery is closed.");
        File.Delete(Path.Combine(_corpus.Path, "harbour.md"));

        var second = await _corpus.RunAsync("index");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("2 added", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 updated, 1 deleted", second.Output, StringComparison.Ordinal);
        Assert.Contains("1 document, ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_prints_its_account_as_JSON()
    {
        var run = await _corpus.RunAsync("index", "--json");

        var account = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["index", "corpus", "documents", "passages", "added", "updated", "unchanged", "deleted", "failures", "notRead", "seconds"],
            account.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["bakery.md", "harbour.md"], account.GetProperty("added").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(_corpus.IndexFile, account.GetProperty("index").GetString());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_does_not_stop_the_rest()
    {
        _corpus.Write("empty.md", "");

        var run = await _corpus.RunAsync("index");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("empty.md", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 added, 1 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_and_documents_of_other_formats_are_named_as_not_read()
    {
        _corpus.Write("map.png", "x");
        _corpus.Write("old/minutes.doc", "x");
        _corpus.Write("program.exe", "x");

        var index = await _corpus.RunAsync("index");
        var status = await _corpus.RunAsync("status");

        Assert.Contains("2 files of a format that is not read: map.png, old/minutes.doc.", index.Error, StringComparison.Ordinal);
        Assert.Contains("map.png, old/minutes.doc", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_an_index_makes_one_first()
    {
        var run = await _corpus.RunAsync("search", "lighthouse");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 added", run.Error, StringComparison.Ordinal);
        Assert.Contains("The harbour", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_over_an_unchanged_corpus_writes_nothing_and_says_nothing_of_it()
    {
        await _corpus.RunAsync("index");
        var before = _corpus.ReadManifest().Generation;

        var run = await _corpus.RunAsync("search", "lighthouse");

        Assert.Equal("", run.Error);
        Assert.Equal(before, _corpus.ReadManifest().Generation);
    }

    [Fact]
    public async Task A_search_takes_in_what_has_changed_unless_told_not_to()
    {
        await _corpus.RunAsync("index");
        _corpus.Write("windmill.md", "The windmill of Lindale grinds barley.");

        var without = await _corpus.RunAsync("search", "windmill barley", "--no-sync");
        var with = await _corpus.RunAsync("search", "windmill barley");

        Assert.DoesNotContain("windmill", without.Output, StringComparison.Ordinal);
        Assert.Contains("grinds barley", with.Output, StringComparison.Ordinal);
        Assert.Contains("1 added", with.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_index_and_without_synchronising_the_remedy_is_named()
    {
        var run = await _corpus.RunAsync("search", "lighthouse", "--no-sync");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("forumqa index", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_corpus.IndexFile));
    }

    [Fact]
    public async Task When_the_corpus_has_gone_the_index_still_serves_with_a_warning()
    {
        await _corpus.RunAsync("index");
        Directory.Delete(_corpus.Path, recursive: true);

        var run = await _corpus.RunAsync("search", "lighthouse");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Going on with the index as it is.", run.Error, StringComparison.Ordinal);
        Assert.Contains("The harbour", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_of_another_corpus_does_not_answer_for_this_one()
    {
        await _corpus.RunAsync("index");
        var other = Path.GetDirectoryName(_corpus.WriteBeside("other/note.md", "Another corpus."))!;

        var run = await CliRun.InvokeAsync("", "search", "lighthouse", "--corpus", other, "--index", _corpus.IndexFile);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("The harbour", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_corpus_leaves_no_index_behind()
    {
        var run = await CliRun.InvokeAsync("", "search", "x", "--corpus", _corpus.Path + "s", "--index", _corpus.IndexFile);

        Assert.Equal(2, run.ExitCode);
        Assert.False(File.Exists(_corpus.IndexFile));
    }

    [Fact]
    public async Task Rebuilding_replaces_an_index_of_a_newer_version()
    {
        await _corpus.RunAsync("index");
        Execute("PRAGMA user_version = 999");

        var refused = await _corpus.RunAsync("index");
        var rebuilt = await _corpus.RunAsync("index", "--rebuild");

        Assert.Equal((2, 0), (refused.ExitCode, rebuilt.ExitCode));
        Assert.Contains("2 added", rebuilt.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuilding_never_deletes_a_file_that_is_not_an_index()
    {
        File.WriteAllText(_corpus.IndexFile, "my thesis");

        var run = await _corpus.RunAsync("index", "--rebuild");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("my thesis", File.ReadAllText(_corpus.IndexFile));
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
