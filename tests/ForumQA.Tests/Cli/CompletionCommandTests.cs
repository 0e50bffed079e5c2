namespace ForumQA.Tests.Cli;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("forumqa se", "search")]
    [InlineData("forumqa c", "calibrate chat check completion")]
    [InlineData("forumqa check --f", "--file")]
    [InlineData("forumqa ask --kind s", "summary")]
    [InlineData("/usr/local/bin/forumqa key r", "remove")]
    [InlineData("forumqa ask --no", "--no-color --no-sync")]
    [InlineData("forumqa search xyz", "")]
    [InlineData("forumqa zzz", "")]
    public async Task Completes_commands_options_and_values(string line, string expected)
    {
        var run = await CliRun.InvokeAsync("", "complete", line);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task After_a_blank_the_commands_are_named_and_not_the_one_that_shells_call()
    {
        var run = await CliRun.InvokeAsync("", "complete", "forumqa ");

        var commands = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("ask", commands);
        Assert.DoesNotContain("complete", commands);
        Assert.DoesNotContain(commands, command => command.StartsWith('-'));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _forumqa forumqa")]
    [InlineData("zsh", "compdef _forumqa forumqa")]
    [InlineData("fish", "complete --command forumqa")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Prints_a_script_for_each_shell(string shell, string expected)
    {
        var run = await CliRun.InvokeAsync("", "completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains("forumqa complete", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_named()
    {
        var run = await CliRun.InvokeAsync("", "completion", "tcsh");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("tcsh", run.Error, StringComparison.Ordinal);
    }
}
