using System.Diagnostics;
using System.Text.Json;
using ForumQA.Storage;

namespace ForumQA.Tests.Cli;

/// <summary>What only a process of its own can show: the environment, the current folder, pipes.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CliCorpus _corpus = new();

    [Fact]
    public async Task The_environment_wins_over_the_current_folders_file_and_an_option_over_both()
    {
        var folder = Path.GetDirectoryName(_corpus.WriteBeside("forumqa.json", """{ "Corpus": { "Path": "from-file" }, "Index": { "Path": "file.db" } }"""))!;
        foreach (var name in new[] { "from-file", "from-environment", "from-option" })
        {
            _corpus.WriteBeside($"{name}/note.md", "A note.");
        }

        var byFile = await RunAsync(folder, null, "index", "--json");
        var byEnvironment = await RunAsync(folder, "from-environment", "index", "--json", "--index", "environment.db");
        var byOption = await RunAsync(folder, "from-environment", "index", "--json", "--index", "option.db", "--corpus", "from-option");

        Assert.Equal(["from-file", "from-environment", "from-option"], new[] { byFile, byEnvironment, byOption }.Select(CorpusOf));
    }

    [Fact]
    public async Task A_question_can_be_piped_in()
    {
        using var process = Start(Path.GetTempPath(), null, "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        await process.StandardInput.WriteLineAsync("Who opened the new harbour of Lindale?");
        process.StandardInput.Close();

        var output = await process.StandardOutput.ReadToEndAsync();
        await WaitAsync(process);

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("Ada Quill", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task A_reader_that_goes_away_early_causes_no_complaint()
    {
        await _corpus.RunAsync("index");
        using var process = Start(Path.GetTempPath(), null, "--corpus", _corpus.Path, "--index", _corpus.IndexFile, "--no-sync");
        process.StandardOutput.Close();
        for (var i = 0; i < 20; i++)
        {
            await process.StandardInput.WriteLineAsync("Who opened the new harbour of Lindale?");
        }

        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await WaitAsync(process);

        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [Fact]
    public async Task Interrupting_a_process_that_waits_for_piped_questions_gives_exit_code_130()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Knows no signal that one process could send another as Ctrl-C.
        }

        using var process = Start(Path.GetTempPath(), null, "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        await process.StandardInput.WriteLineAsync("Who opened the new harbour of Lindale?");
        await process.StandardOutput.ReadLineAsync();

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await WaitAsync(process);

        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_moment_indexing_leaves_a_sound_index_and_the_next_run_finishes()
    {
        const int MostRuns = 40;
        var (kills, notes) = (0, 0);
        WriteNotes();
        for (var (run, known) = (0, 0); kills < 4; (run, known) = (run + 1, CountDocuments()))
        {
            Assert.True(run < MostRuns, $"Indexing was done {run - kills} times before it could be killed: give it more to do.");
            using var process = Start(Path.GetTempPath(), null, "index", "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
            while (!process.HasExited && CountDocuments() <= known)
            {
                await Task.Delay(3);
            }

            // On a busy machine it may be done before it is seen at work.
            var isKilled = !process.HasExited;
            process.Kill();
            await process.WaitForExitAsync();
            if (!isKilled)
            {
                WriteNotes();
                continue;
            }

            kills++;
            using var store = IndexStore.OpenOrCreate(_corpus.IndexFile);
            Assert.Empty(store.Check());
        }

        // What no run has come to need not all be read: that the next run goes on to the end shows with a few as well.
        var read = CountDocuments();
        Assert.InRange(read, kills, notes + 2);
        var last = Math.Min(notes, read + 10);
        for (var i = last; i < notes; i++)
        {
            File.Delete(NoteOf(i));
        }

        await _corpus.RunAsync("index");

        Assert.Equal(last + 2, CountDocuments());
        using var finished = IndexStore.OpenExisting(_corpus.IndexFile);
        Assert.Empty(finished.Check());

        string NoteOf(int number) => Path.Combine(_corpus.Path, $"{number:00000}.txt");

        void WriteNotes()
        {
            for (var end = notes + 100; notes < end; notes++)
            {
                File.WriteAllText(NoteOf(notes), string.Join(' ', Enumerable.Range(0, 200).Select(j => $"Note {notes} speaks of subject {j}.")));
            }
        }
    }

    public void Dispose() => _corpus.Dispose();

    /// <summary>0 while there is no index yet.</summary>
    private int CountDocuments()
    {
        try
        {
            return _corpus.ReadManifest().DocumentCount;
        }
        catch (ForumQAException)
        {
            return 0;
        }
    }

    private static string CorpusOf(string json) => Path.GetFileName(JsonDocument.Parse(json).RootElement.GetProperty("corpus").GetString())!;

    private static async Task<string> RunAsync(string folder, string? corpusInEnvironment, params string[] arguments)
    {
        using var process = Start(folder, corpusInEnvironment, arguments);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await WaitAsync(process);
        return output;
    }

    private static Process Start(string folder, string? corpusInEnvironment, params string[] arguments) => CliProcess.Start(
        folder, corpusInEnvironment is null ? new Dictionary<string, string>() : new() { ["FORUMQA_Corpus__Path"] = corpusInEnvironment }, arguments);

    private static async Task WaitAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
    }
}
