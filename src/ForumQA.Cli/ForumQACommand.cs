using System.CommandLine;
using System.CommandLine.Help;
using ForumQA.Cli.Ask;
using ForumQA.Cli.Chat;
using ForumQA.Cli.Check;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Completion;
using ForumQA.Cli.Eval;
using ForumQA.Cli.Indexing;
using ForumQA.Cli.Keys;
using ForumQA.Cli.Mcp;
using ForumQA.Cli.Mentions;
using ForumQA.Cli.Search;
using ForumQA.Cli.Status;
using ForumQA.Cli.Terminals;
using ForumQA.Cli.Verify;

namespace ForumQA.Cli;

/// <summary>The command <c>forumqa</c> with everything below it.</summary>
internal static class ForumQACommand
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // A question may start with '@', which would otherwise name a file of arguments.
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        if (arguments is ["help", ..])
        {
            arguments = [.. arguments.Skip(1), "--help"];
        }

        var root = Create(terminal);
        var result = root.Parse(arguments, Parsing);
        if (result.Errors.Count > 0 && result.Action is not (HelpAction or { ClearsParseErrors: true }))
        {
            ExplainErrors(result, root, arguments, terminal);
            return ExitCode.Usage;
        }

        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // Terminal.Interrupt decides what Ctrl-C means.
            },
            terminal.Interrupt.Leaving).ConfigureAwait(false);
    }

    private static Command Create(Terminal terminal)
    {
        // A plain Command: RootCommand would call itself after the file ForumQA.Cli.
        var options = new GlobalOptions();
        var runner = new CommandRunner(options, terminal);
        var root = new Command("forumqa", "Answers questions from a folder of documents and proves every sentence with a quotation.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            ChatCommand.Create(runner),
            AskCommand.Create(runner),
            SearchCommand.Create(runner),
            MentionsCommand.Create(runner),
            IndexCommand.Create(runner),
            StatusCommand.Create(runner),
            CheckCommand.Create(runner),
            VerifyCommand.Create(runner),
            EvalCommand.Create(runner),
            CalibrateCommand.Create(runner),
            McpCommand.Create(runner),
            KeyCommand.Create(runner),
            CompletionCommand.Create(terminal),
        };
        root.Add(CompletionCommand.CreateCallee(root, terminal));
        options.AddTo(root);
        root.SetAction((result, cancellationToken) => runner.RunAsync(result, ChatCommand.RunAsync, cancellationToken));
        return root;
    }

    private static void ExplainErrors(ParseResult result, Command root, IReadOnlyList<string> arguments, Terminal terminal)
    {
        foreach (var error in result.Errors)
        {
            terminal.Error.WriteLine(TerminalText.Neutralise(error.Message));
        }

        if (result.CommandResult.Command == root && result.UnmatchedTokens is [var word, ..]
            && Likeness.Ask(word, [.. root.Subcommands.Select(command => command.Name), .. root.OptionsInReach()]) is { Length: > 0 } meant)
        {
            terminal.Error.WriteLine(meant.TrimStart());
            return;
        }

        terminal.Error.WriteLine(
            result.CommandResult.Command.Name == "forumqa" && arguments.Any(argument => argument.Contains(' ', StringComparison.Ordinal))
                ? "To ask one question, run: forumqa ask \"...\""
                : "To see what there is, run: forumqa --help");
    }
}
