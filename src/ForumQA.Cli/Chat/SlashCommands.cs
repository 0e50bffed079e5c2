using System.Globalization;
using System.Text;
using ForumQA.Answering;
using ForumQA.Cli.Answers;
using ForumQA.Cli.Terminals;
using ForumQA.Hosting;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary>What begins with a slash in a conversation.</summary>
internal sealed class SlashCommands(Shell shell, IndexStore store)
{
    /// <summary>Asks the last question again; carried out by the loop, which asks.</summary>
    public const string Retry = "/retry";

    private readonly Screen _screen = shell.Screen;

    public static bool IsQuit(string line) => line.Trim() is "/quit" or "/exit" or "/q";

    public async Task RunAsync(string line, Conversation conversation, CancellationToken cancellationToken)
    {
        var words = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words[0])
        {
            case "/sources" when words.Length == 1:
                ShowSources(conversation.LastAnswer);
                break;
            case "/open" when words.Length == 2:
                Open(words[1], conversation.LastAnswer);
                break;
            case "/open":
                _screen.WriteLine("Give the number of a source, such as: /open 1");
                break;
            case "/documents" when words.Length == 1:
                ListDocuments();
                break;
            case "/export" when words.Length == 2:
                await ExportAsync(words[1], conversation, cancellationToken).ConfigureAwait(false);
                break;
            case "/export":
                _screen.WriteLine("Name the file that gets the conversation, such as: /export notes.md");
                break;
            case "/sync" when words.Length == 1:
                await SynchronizeAsync(cancellationToken).ConfigureAwait(false);
                break;
            case Retry when words.Length == 1:
                _screen.WriteLine("There is no question yet that could be asked again.");
                break;
            case "/clear" when words.Length == 1:
                conversation.Clear();
                _screen.WriteLine("The conversation is forgotten.");
                break;
            case "/help":
                PrintHelp();
                break;
            default:
                _screen.WriteLine($"There is no command {line}.", Ink.Warning);
                PrintHelp();
                break;
        }

        _screen.Flush();
    }

    private void PrintHelp()
    {
        Row("/sources", "the quotations of the last answer in full");
        Row("/open N", "source N of the last answer, the quotation marked in its surroundings");
        Row("/documents", "the documents that are asked, with their ids");
        Row("/retry", "ask the last question again");
        Row("/export FILE", "write the conversation with its sources to a Markdown file");
        Row("/sync", "look for new, changed and deleted documents now");
        Row("/clear", "forget the conversation, so that the next question stands alone");
        Row("/help", "this list");
        Row("/quit", "leave; so does Ctrl-D");
        _screen.WriteLine("Anything else is a question. Ctrl-C stops an answer; pressed twice, it leaves.", Ink.Muted);

        void Row(string command, string meaning)
        {
            _screen.Write($"{command,-13}", Ink.Number);
            _screen.Indent = 13;
            _screen.WriteLine(meaning);
            _screen.Indent = 0;
        }
    }

    private void ListDocuments()
    {
        var documents = store.Documents.List();
        _screen.WriteLine(Quantity.Of(documents.Count, "document"), Ink.Muted);
        foreach (var document in documents)
        {
            _screen.WriteLine(TerminalText.OneLine(document.Title));
            _screen.Indent = 2;
            _screen.WriteLine(TerminalText.OneLine(document.Id), Ink.Muted);
            _screen.Indent = 0;
        }
    }

    /// <summary>Never writes over a file that is there: it may be anything.</summary>
    private static async Task WriteNewAsync(string file, string text, CancellationToken cancellationToken)
    {
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExportAsync(string file, Conversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Answers.Count == 0)
        {
            _screen.WriteLine("There is nothing to export yet. Ask a question first.");
            return;
        }

        try
        {
            await WriteNewAsync(file, AnswerMarkdown.Write(conversation.Answers), cancellationToken).ConfigureAwait(false);
            _screen.WriteLine($"{Quantity.Of(conversation.Answers.Count, "answer")} in {Path.GetFullPath(file)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _screen.WriteLine($"'{file}' cannot be written: {e.Message} Name another file.", Ink.Error);
        }
    }

    private async Task SynchronizeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false))
            {
                _screen.WriteLine(shell.Settings.NoSync ? "This conversation was begun with --no-sync, which leaves the index as it is." : "Nothing has changed.");
            }
        }
        catch (ForumQAException e)
        {
            _screen.WriteLine(shell.Remedies.Complete(e.Message), Ink.Error);
        }
    }

    private void ShowSources(Answer? answer)
    {
        if (answer is null)
        {
            _screen.WriteLine("There is no answer yet.");
        }
        else if (answer.Citations.Count == 0)
        {
            _screen.WriteLine("The last question had no answer, so there is nothing it rests on. To read what comes nearest: /open 1");
        }
        else
        {
            new SourceList(_screen).PrintFull(answer.Citations);
        }
    }

    private void Open(string number, Answer? answer)
    {
        var places = OpenablePlace.In(answer);
        var found = int.TryParse(number.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? places.FirstOrDefault(place => place.Number == wanted)
            : null;
        if (found is not null)
        {
            new PassageView(_screen, store).Show(found);
            return;
        }

        _screen.WriteLine(
            places.Count == 0
                ? "There is nothing to open yet. Ask a question first."
                : $"There is no source '{number}'. There are: {string.Join(", ", places.Select(place => place.Number))}",
            Ink.Warning);
    }
}
