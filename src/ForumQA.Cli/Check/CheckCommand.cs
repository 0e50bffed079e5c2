using System.CommandLine;
using ForumQA.Answering.Checking;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Hosting.Json;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Check;

/// <summary><c>forumqa check</c>: what the documents say of the sentences of any text.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandRunner runner)
    {
        var text = new Argument<string[]>("text") { Description = "The text; without it and --file standard input is read", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string>("--file") { Description = "File with the text, of any format that documents may have", HelpName = "path" };
        var strict = new Option<bool>("--strict") { Description = "Fail as well when a claim is not found, or only in part" };
        var filter = new FilterOptions();
        var command = new Command("check", "Check a text against the documents, sentence by sentence") { text, file, strict };
        filter.AddTo(command);
        command.Validators.Add(result =>
        {
            Words.Require(result, text);
            if (result.GetResult(file) is not null && result.GetResult(text) is { Tokens.Count: > 0 })
            {
                result.AddError("Give a text or --file, not both.");
            }
        });
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => RunAsync(shell, Words.Join(result, text), result.GetValue(file), filter.Read(result), result.GetValue(strict), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string words, string? file, CorpusFilter? filter, bool strict, CancellationToken cancellationToken)
    {
        var text = file is null ? await ReadAsync(shell, words, cancellationToken).ConfigureAwait(false) : null;
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        var checker = shell.Get<TextChecker>();
        if (!shell.Settings.Json)
        {
            shell.Screen.ShowActivity("Checking…");
        }

        var result = file is null
            ? await checker.CheckAsync(text!, filter, cancellationToken).ConfigureAwait(false)
            : await checker.CheckFileAsync(file, filter, cancellationToken).ConfigureAwait(false);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, CheckJson.From(result));
        }
        else
        {
            new CheckPrinter(shell.Screen).Print(result);
        }

        var fails = result.Count(ClaimVerdict.Contradicted) > 0 || (strict && result.Count(ClaimVerdict.NotFound) + result.Count(ClaimVerdict.Partial) > 0);
        return fails ? ExitCode.BelowThreshold : ExitCode.Done;
    }

    /// <summary>What stands on the command line, or else what is piped in.</summary>
    private static async Task<string> ReadAsync(Shell shell, string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0 && !shell.Terminal.InputIsTerminal)
        {
            words = await shell.Terminal.Input.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }

        return !string.IsNullOrWhiteSpace(words)
            ? words
            : throw new ForumQAException("text-empty", "There is nothing to check. Give a text after 'forumqa check', name a file with --file, or pipe it in: forumqa check < draft.txt");
    }
}
