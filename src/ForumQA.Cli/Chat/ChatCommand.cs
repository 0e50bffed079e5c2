using System.CommandLine;
using ForumQA.Answering;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Terminals;
using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary><c>forumqa chat</c>: a conversation; without a terminal, an answer for each line of input.</summary>
internal static class ChatCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("chat", "Ask and follow up; the default. Answers each line of standard input when that is redirected");
        var filter = new FilterOptions();
        var model = ModelOption.Create();
        filter.AddTo(command);
        command.Add(model);
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, token) => RunAsync(shell, filter.Read(result), result.GetValue(model), token), cancellationToken));
        return command;
    }

    /// <summary>A conversation with all documents.</summary>
    public static Task<int> RunAsync(Shell shell, CancellationToken cancellationToken) => RunAsync(shell, filter: null, model: null, cancellationToken);

    private static async Task<int> RunAsync(Shell shell, CorpusFilter? filter, string? model, CancellationToken cancellationToken)
    {
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        var store = shell.Get<IndexStore>();
        var terminal = shell.Terminal;
        var isConversation = terminal is { InputIsTerminal: true, OutputIsTerminal: true } && !shell.Settings.Json;
        if (isConversation)
        {
            Welcome.Print(shell.Screen, store);
        }

        ILineReader lines = isConversation && shell.Screen.MovesCursor
            ? new LineEditor(new ConsoleKeys(), terminal.Output, () => Console.WindowWidth)
            : new StreamLines(terminal.Input, isConversation ? terminal.Output : null);
        return await new ChatLoop(shell, shell.Get<Answerer>(), new Conversation(filter, model), lines, new SlashCommands(shell, store), isConversation)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
