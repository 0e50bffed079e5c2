using ForumQA.Answering;
using ForumQA.Cli.Answers;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Chat;

/// <summary>Reads questions and commands until there are no more, and answers them.</summary>
/// <param name="shell">What to work with.</param>
/// <param name="answerer">Who answers.</param>
/// <param name="conversation">What was said so far.</param>
/// <param name="lines">Where questions come from.</param>
/// <param name="commands">What begins with a slash.</param>
/// <param name="isConversation">Whether a person types and reads, so that Ctrl-C stops an answer and not the whole run.</param>
internal sealed class ChatLoop(
    Shell shell, Answerer answerer, Conversation conversation, ILineReader lines, SlashCommands commands, bool isConversation)
{
    private readonly InterruptKey _interrupt = shell.Terminal.Interrupt;
    private bool _anyFailed;

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        _interrupt.Hinted += Hint;
        if (isConversation)
        {
            _interrupt.BeginPrompt();
        }

        try
        {
            return await ReadAndAnswerAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _interrupt.Hinted -= Hint;
        }
    }

    private async Task<int> ReadAndAnswerAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (read.Interrupted)
            {
                _interrupt.Press();
            }
            else if (read.Text is not { } line || SlashCommands.IsQuit(line))
            {
                // A person has read the messages; a script must learn that a question failed.
                return _anyFailed && !isConversation ? ExitCode.Usage : ExitCode.Done;
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                await HandleAsync(line.Trim(), cancellationToken).ConfigureAwait(false);
                if (ConversationHistory.IsFarewell(line))
                {
                    return _anyFailed && !isConversation ? ExitCode.Usage : ExitCode.Done;
                }
            }
        }
    }

    private async Task HandleAsync(string line, CancellationToken cancellationToken)
    {
        if (line == SlashCommands.Retry && conversation.TakeBack() is { } again)
        {
            line = again;
        }

        if (line.StartsWith('/') && !shell.Settings.Json)
        {
            await commands.RunAsync(line, conversation, cancellationToken).ConfigureAwait(false);
        }
        else if (isConversation)
        {
            await AnswerUntilStoppedAsync(line).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            _interrupt.BeginPrompt();
        }
        else
        {
            await AnswerAsync(line, cancellationToken).ConfigureAwait(false);
        }

        if (!shell.Settings.Json)
        {
            shell.Screen.WriteLine();
            shell.Screen.Flush();
        }
    }

    private async Task AnswerUntilStoppedAsync(string question)
    {
        var stop = _interrupt.BeginAnswer();
        try
        {
            await AnswerAsync(question, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            shell.Screen.EndBegunLine();
            shell.Screen.WriteLine("Stopped.", Ink.Warning);
        }
    }

    private async Task AnswerAsync(string question, CancellationToken stop)
    {
        try
        {
            await shell.Preparation.RefreshAsync(stop).ConfigureAwait(false);
            var updates = answerer.AnswerAsync(conversation.Ask(question), stop);
            conversation.Add(shell.Settings.Json
                ? await JsonOutput.WriteAnswerAsync(shell.Terminal.Output, updates, JsonLayout.Line, withEvidence: false, stop).ConfigureAwait(false)
                : await new AnswerPrinter(shell.Screen).PrintAsync(question, updates, stop).ConfigureAwait(false));
        }
        catch (ForumQAException e)
        {
            _anyFailed = true;
            Report(e);
        }
    }

    private void Report(ForumQAException e)
    {
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new ErrorJson(e.Code, shell.Remedies.Complete(e.Message)), JsonLayout.Line);
        }
        else
        {
            shell.Screen.EndBegunLine();
            shell.Notices.WriteLine(shell.Remedies.Complete(e.Message), Ink.Error);
            shell.Notices.Flush();
        }
    }

    private void Hint()
    {
        shell.Notices.WriteLine("To leave, press Ctrl-C again or type /quit.", Ink.Muted);
        shell.Notices.Flush();
        lines.PromptAgain();
    }
}
