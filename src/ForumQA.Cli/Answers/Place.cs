using System.Globalization;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Answers;

/// <summary>Says where in the corpus something stands, the same way everywhere.</summary>
internal static class Place
{
    /// <summary>How far what follows a number is indented.</summary>
    public const int Indent = 4;

    /// <summary>What stands between headings, see <see cref="Passage.Heading"/>.</summary>
    private const string Separator = " › ";

    public static void Print(Screen screen, string documentTitle, string? heading, int? page)
    {
        screen.Write(TerminalText.OneLine(documentTitle), Ink.Strong);
        if (WithoutTitle(heading, documentTitle) is { Length: > 0 } rest)
        {
            screen.Write(Separator + TerminalText.OneLine(rest));
        }

        if (page is { } number)
        {
            screen.Write(string.Create(CultureInfo.InvariantCulture, $", page {number}"));
        }

        screen.EndLine();
    }

    /// <summary>The headings without the outermost one where that is the document's title, as in most Markdown and HTML.</summary>
    private static string WithoutTitle(string? heading, string title) => heading is null || heading == title
        ? ""
        : heading.StartsWith(title + Separator, StringComparison.Ordinal) ? heading[(title.Length + Separator.Length)..] : heading;
}
