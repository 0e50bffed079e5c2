using ForumQA.Cli;
using ForumQA.Cli.Terminals;

namespace ForumQA.Tests.Cli;

/// <summary>What a command line printed and returned, run inside the test's process with redirected streams.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> InvokeAsync(string input, params string[] arguments) => InvokeAsync(new StringReader(input), arguments);

    public static async Task<CliRun> InvokeAsync(TextReader input, params string[] arguments)
    {
        using var interrupt = new InterruptKey(TimeProvider.System);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Input = input, Output = output, Error = error, Interrupt = interrupt };
        var exitCode = await ForumQACommand.InvokeAsync(arguments, terminal);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
