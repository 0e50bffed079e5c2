using System.CommandLine;
using ForumQA.Answering;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Indexing;
using ForumQA.Cli.Terminals;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary><c>forumqa chat</c>: a conversation; without a terminal, an answer for each line of input.</summary>
internal static class ChatCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("chat", "Ask and follow up; the default. Answers each line of standard input when that is redirected");
        command.SetAction((result, cancellationToken) => runner.RunAsync(result, RunAsync, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(Shell shell, CancellationToken cancellationToken)
    {
        await IndexPreparation.RunAsync(shell, cancellationToken).ConfigureAwait(false);
        var store = shell.Get<IndexStore>();
        var terminal = shell.Terminal;
        var isConversation = terminal is { InputIsTerminal: true, OutputIsTerminal: true } && !shell.Settings.Json;
        if (isConversation)
        {
            Welcome.Print(shell.Screen, store);
        }

        ILineReader lines = isConversation && shell.Screen.IsStyled
            ? new LineEditor(new ConsoleKeys(), terminal.Output, () => Console.WindowWidth)
            : new StreamLines(terminal.Input, isConversation ? terminal.Output : null);
        return await new ChatLoop(shell, shell.Get<Answerer>(), lines, new SlashCommands(shell.Screen, store), isConversation)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
