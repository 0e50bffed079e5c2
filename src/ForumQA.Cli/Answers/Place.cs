using System.Globalization;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Answers;

/// <summary>Says where in the corpus something stands, the same way everywhere.</summary>
internal static class Place
{
    /// <summary>How far what follows a number is indented.</summary>
    public const int Indent = 4;

    public static void Print(Screen screen, string documentTitle, string? heading, int? page)
    {
        screen.Write(TerminalText.OneLine(documentTitle), Ink.Strong);
        if (!string.IsNullOrWhiteSpace(heading))
        {
            screen.Write($" › {TerminalText.OneLine(heading)}");
        }

        if (page is { } number)
        {
            screen.Write(string.Create(CultureInfo.InvariantCulture, $", page {number}"));
        }

        screen.EndLine();
    }
}
