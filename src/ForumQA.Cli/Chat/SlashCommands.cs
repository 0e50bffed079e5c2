using System.Globalization;
using ForumQA.Answering;
using ForumQA.Cli.Answers;
using ForumQA.Cli.Terminals;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary>What begins with a slash in a conversation.</summary>
internal sealed class SlashCommands(Screen screen, IndexStore store)
{
    public static bool IsQuit(string line) => line.Trim() is "/quit" or "/exit" or "/q";

    public void Run(string line, Conversation conversation)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "/sources" when words.Length == 1:
                ShowSources(conversation.LastAnswer);
                break;
            case "/open" when words.Length == 2:
                Open(words[1], conversation.LastAnswer);
                break;
            case "/open":
                screen.WriteLine("Give the number of a source, such as: /open 1");
                break;
            case "/documents" when words.Length == 1:
                ListDocuments();
                break;
            case "/clear" when words.Length == 1:
                conversation.Clear();
                screen.WriteLine("The conversation is forgotten.");
                break;
            case "/help":
                PrintHelp();
                break;
            default:
                screen.WriteLine($"There is no command {line}.", Ink.Warning);
                PrintHelp();
                break;
        }

        screen.Flush();
    }

    private void PrintHelp()
    {
        Row("/sources", "the quotations of the last answer in full");
        Row("/open N", "source N of the last answer, the quotation marked in its surroundings");
        Row("/documents", "the documents that are asked, with their ids");
        Row("/clear", "forget the conversation, so that the next question stands alone");
        Row("/help", "this list");
        Row("/quit", "leave; so does Ctrl-D");
        screen.WriteLine("Anything else is a question. Ctrl-C stops an answer; pressed twice, it leaves.", Ink.Muted);

        void Row(string command, string meaning)
        {
            screen.Write($"{command,-12}", Ink.Number);
            screen.Indent = 12;
            screen.WriteLine(meaning);
            screen.Indent = 0;
        }
    }

    private void ListDocuments()
    {
        var documents = store.Documents.List();
        screen.WriteLine(Quantity.Of(documents.Count, "document"), Ink.Muted);
        foreach (var document in documents)
        {
            screen.WriteLine(TerminalText.OneLine(document.Title));
            screen.Indent = 2;
            screen.WriteLine(TerminalText.OneLine(document.Id), Ink.Muted);
            screen.Indent = 0;
        }
    }

    private void ShowSources(Answer? answer)
    {
        if (answer is null)
        {
            screen.WriteLine("There is no answer yet.");
        }
        else if (answer.Citations.Count == 0)
        {
            screen.WriteLine("The last question had no answer, so there is nothing it rests on. To read what comes nearest: /open 1");
        }
        else
        {
            new SourceList(screen).PrintFull(answer.Citations);
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
            new PassageView(screen, store).Show(found);
            return;
        }

        screen.WriteLine(
            places.Count == 0
                ? "There is nothing to open yet. Ask a question first."
                : $"There is no source '{number}'. There are: {string.Join(", ", places.Select(place => place.Number))}",
            Ink.Warning);
    }
}
