using System.CommandLine;
using ForumQA.Cli.Configuration;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.CommandLine;

/// <summary>Runs commands and turns what goes wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(GlobalOptions options, Terminal terminal)
{
    public async Task<int> RunAsync(
        ParseResult result, Func<Shell, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        var settings = options.Read(result);
        try
        {
            using var shell = Shell.Open(settings, terminal);
            return await command(shell, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (ForumQAException e)
        {
            Report(settings, e.Code, e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e)
        {
            Report(settings, "bug", Describe(e, settings.Verbose));
            return ExitCode.Bug;
        }
    }

    /// <summary>Says what to do about a failure that nobody expected.</summary>
    public static string Describe(Exception e, bool verbose) => verbose
        ? $"This is a bug in forumqa. Please report it with what follows.\n{e}"
        : $"This is a bug in forumqa ({e.GetType().Name}: {e.Message}).\nPlease report it with what the same command prints under --verbose.";

    private void Report(ShellSettings settings, string code, string message)
    {
        message = new Remedies(settings).Complete(message);
        if (settings.Json)
        {
            JsonOutput.Write(terminal.Output, new ErrorJson(code, message));
        }
        else
        {
            terminal.OpenError(settings.NoColor).WriteLine(message, Ink.Error);
        }
    }
}
