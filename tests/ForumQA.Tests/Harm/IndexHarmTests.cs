using ForumQA.Benchmarks.Speed;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Tests.Cli;
using ForumQA.Tests.Storage;

namespace ForumQA.Tests.Harm;

/// <summary>What can befall an index and its corpus from outside: a clear word or an answer, never damage.</summary>
public sealed class IndexHarmTests : IDisposable
{
    private const string Question = "Who opened the new harbour of Lindale?";
    private const string Answer = "Ada Quill";

    private readonly CliCorpus _corpus = new();

    [Theory]
    [InlineData(0.0)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(2000)]
    [InlineData(4096)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.95)]
    public async Task A_truncated_index_answers_or_names_the_remedy_which_helps(double kept)
    {
        await _corpus.RunAsync("index");
        using (var file = new FileStream(_corpus.IndexFile, FileMode.Open))
        {
            file.SetLength(kept >= 1 ? (long)kept : (long)(file.Length * kept));
        }

        var asked = await _corpus.RunAsync("ask", Question);
        if (asked.ExitCode != 0)
        {
            Assert.Equal(2, asked.ExitCode);
            Assert.Matches("forumqa index|--index", asked.Error);
            Assert.DoesNotContain("   at ", asked.Error, StringComparison.Ordinal);
        }

        // A file too short to be known as ours is not deleted; whoever knows it does that.
        var rebuilt = await _corpus.RunAsync("index", "--rebuild");
        if (rebuilt.ExitCode != 0)
        {
            Assert.Contains("It is left untouched", rebuilt.Error, StringComparison.Ordinal);
            File.Delete(_corpus.IndexFile);
        }

        Assert.Contains(Answer, (await _corpus.RunAsync("ask", Question)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_is_deleted_during_a_conversation_is_made_again()
    {
        var input = new ScriptedLines(
            () => Question,
            () =>
            {
                IndexFiles().ToList().ForEach(File.Delete);

                return "Which bread does the bakery in Market Street sell?";
            },
            () => Question);

        var run = await _corpus.RunWithInputAsync(input, "chat");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("rye bread", run.Output, StringComparison.Ordinal);
        Assert.Contains(Answer, run.Output[run.Output.IndexOf("rye bread", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_vanishes_during_a_conversation_is_still_answered_from_with_one_warning()
    {
        var input = new ScriptedLines(
            () => Question,
            () =>
            {
                Directory.Delete(_corpus.Path, recursive: true);
                return "Which bread does the bakery in Market Street sell?";
            },
            () => Question);

        var run = await _corpus.RunWithInputAsync(input, "chat");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("rye bread", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split("Going on with the index as it is.").Length);
    }

    [Fact]
    public async Task An_index_of_an_older_version_is_brought_up_to_date_by_a_run_and_refused_without()
    {
        await _corpus.RunAsync("index");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_corpus.IndexFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"DROP TABLE unreadable_files; PRAGMA user_version = {IndexSchema.CurrentVersion - 1}";
            command.ExecuteNonQuery();
        }

        var refused = await _corpus.RunAsync("ask", Question, "--no-sync");
        var asked = await _corpus.RunAsync("ask", Question);

        Assert.Equal((2, 0), (refused.ExitCode, asked.ExitCode));
        Assert.Contains("older schema", refused.Error, StringComparison.Ordinal);
        Assert.Contains(Answer, asked.Output, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_named_harms_nothing_and_once_there_is_room_the_next_run_finishes()
    {
        using var disk = new SmallDisk(2);
        new SeededCorpus(seed: 3, Repository.Path("seeds")).Write(_corpus.Path, passages: 1500, passagesPerDocument: 10);

        var full = await IndexAsync(disk["index.db"]);

        Assert.Equal(2, full.ExitCode);
        Assert.Contains("no room left", full.Error, StringComparison.Ordinal);
        disk.Resize(60);
        using (var store = IndexStore.OpenOrCreate(disk["index.db"]))
        {
            Assert.Empty(store.Check());
        }

        Assert.Equal(0, (await IndexAsync(disk["index.db"])).ExitCode);
        await _corpus.RunAsync("index");
        Assert.Equal(IndexContents.HashOf(_corpus.IndexFile), IndexContents.HashOf(disk["index.db"]));
    }

    public void Dispose() => _corpus.Dispose();

    private IEnumerable<string> IndexFiles() => Directory.EnumerateFiles(Path.GetDirectoryName(_corpus.IndexFile)!, Path.GetFileName(_corpus.IndexFile) + "*");

    private Task<CliRun> IndexAsync(string index) => CliRun.InvokeAsync("", "index", "--corpus", _corpus.Path, "--index", index);
}
