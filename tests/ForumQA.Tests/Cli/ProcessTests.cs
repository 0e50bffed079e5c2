using System.Diagnostics;
using System.Text.Json;

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
        using var process = Start(_corpus.Folder, null, "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
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
        using var process = Start(_corpus.Folder, null, "--corpus", _corpus.Path, "--index", _corpus.IndexFile, "--no-sync");
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

        using var process = CliProcess.StartInterruptible(_corpus.Folder, "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        await process.StandardInput.WriteLineAsync("Who opened the new harbour of Lindale?");
        await process.StandardOutput.ReadLineAsync();

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await WaitAsync(process);

        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _corpus.Dispose();

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
