using System.CommandLine;
using System.Text.Json;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Terminals;

namespace ForumQA.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("ask", "  ")]
    [InlineData("index", "--rebild")]
    [InlineData("status", "--corpus")]
    [InlineData("search", "x", "--limit", "0")]
    [InlineData("search", "x", "--limit", "201")]
    [InlineData("search", "x", "--limit", "many")]
    [InlineData("ask", "x", "--where", "event")]
    [InlineData("ask", "x", "--where", "=17th")]
    [InlineData("chat", "--where", "event=17th", "--where", "Event=18th")]
    public async Task A_command_line_that_cannot_be_understood_gives_exit_code_2(params string[] arguments)
    {
        var run = await CliRun.InvokeAsync("", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("forumqa --help", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_question_without_its_command_is_pointed_to_ask()
    {
        var run = await CliRun.InvokeAsync("", "Who opened the harbour?");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("forumqa ask", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serach", "'search'")]
    [InlineData("stauts", "'status'")]
    [InlineData("--crpus", "'--corpus'")]
    public async Task A_mistyped_command_is_told_what_it_resembles(string typed, string meant)
    {
        var run = await CliRun.InvokeAsync("", typed, "x");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Did you mean {meant}?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "ask")]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("index", "-h")]
    public async Task Help_is_not_an_error(params string[] arguments)
    {
        var run = await CliRun.InvokeAsync("", arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--corpus", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_wins_over_the_configuration_file()
    {
        var file = _corpus.WriteBeside("forumqa.json", $$"""{ "Corpus": { "Path": "{{_corpus.Path}}" }, "Index": { "Path": "{{_corpus.IndexFile}}" } }""");
        var other = Path.GetDirectoryName(_corpus.WriteBeside("other/note.md", "Another corpus."));

        var byFile = await CliRun.InvokeAsync("", "index", "--json", "--config", file);
        var byOption = await CliRun.InvokeAsync("", "index", "--json", "--config", file, "--corpus", other!, "--index", _corpus.IndexFile + "2");

        Assert.Equal(_corpus.Path, JsonDocument.Parse(byFile.Output).RootElement.GetProperty("corpus").GetString());
        Assert.Equal(other, JsonDocument.Parse(byOption.Output).RootElement.GetProperty("corpus").GetString());
    }

    [Fact]
    public async Task A_slash_after_the_corpus_makes_no_other_corpus()
    {
        var plain = await CliRun.InvokeAsync("", "index", "--json", "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        var slashed = await CliRun.InvokeAsync("", "index", "--json", "--corpus", _corpus.Path + "/", "--index", _corpus.IndexFile);

        Assert.Equal((0, 0), (plain.ExitCode, slashed.ExitCode));
    }

    [Theory]
    [InlineData("""{ "Chunking": { "TargetWords": 3 } }""", "TargetWords")]
    [InlineData("""{ "Chunking": { "TargetWords": "many" } }""", "Chunking:TargetWords")]
    [InlineData("""{ "Embedding": { "Endpoint": "http://localhost:1/v1" } }""", "Embedding:Model")]
    [InlineData("""{ "Chat": { "Model": "m" } }""", "Chat:Endpoint")]
    [InlineData("""{ "Chat": { "Retries": 99 } }""", "Chat: ")]
    [InlineData("""{ "Chat": { "Endpoint": "http://localhost:1/v1", "Model": "m", "Retries": "many" } }""", "Chat:Retries")]
    [InlineData("""{ "Chunking": """, "forumqa.json")]
    public async Task An_invalid_configuration_is_said_at_the_start(string json, string named)
    {
        var run = await _corpus.RunAsync("status", "--config", _corpus.WriteBeside("forumqa.json", json));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_nobody_knows_do_no_harm()
    {
        var file = _corpus.WriteBeside("forumqa.json", """{ "Corpse": { "Path": "x" }, "Chunking": { "Colour": "red" } }""");

        Assert.Equal(0, (await _corpus.RunAsync("index", "--config", file)).ExitCode);
    }

    [Fact]
    public async Task A_configuration_file_that_is_not_there_is_an_error_when_it_was_asked_for()
    {
        var run = await _corpus.RunAsync("status", "--config", "/no/such.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_failure_is_JSON_on_the_output()
    {
        var run = await _corpus.RunAsync("status", "--json");

        var error = JsonDocument.Parse(run.Output).RootElement.GetProperty("error");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("index-missing", error.GetProperty("code").GetString());
        Assert.Contains("forumqa index", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unexpected_failure_is_called_a_bug_and_shows_its_trace_only_when_asked(bool verbose)
    {
        var (exitCode, error) = await RunAsync(_ => throw new NotSupportedException("No luck."), verbose);

        Assert.Equal(1, exitCode);
        Assert.Contains("bug", error, StringComparison.Ordinal);
        Assert.Contains("No luck.", error, StringComparison.Ordinal);
        Assert.Equal(verbose, error.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_command_gives_exit_code_130_and_no_message()
    {
        var (exitCode, error) = await RunAsync(
            interrupt =>
            {
                interrupt.Press();
                throw new OperationCanceledException(interrupt.Leaving);
            },
            verbose: false);

        Assert.Equal((130, ""), (exitCode, error));
    }

    public void Dispose() => _corpus.Dispose();

    private static async Task<(int ExitCode, string Error)> RunAsync(Func<InterruptKey, int> work, bool verbose)
    {
        using var interrupt = new InterruptKey(TimeProvider.System);
        using var error = new StringWriter();
        var terminal = new Terminal { Input = TextReader.Null, Output = TextWriter.Null, Error = error, Interrupt = interrupt };
        var options = new GlobalOptions();
        var command = new Command("test");
        options.AddTo(command);
        var result = command.Parse(verbose ? ["--verbose"] : []);
        var exitCode = await new CommandRunner(options, terminal).RunAsync(result, (_, _) => Task.FromResult(work(interrupt)), interrupt.Leaving);
        return (exitCode, error.ToString());
    }
}
