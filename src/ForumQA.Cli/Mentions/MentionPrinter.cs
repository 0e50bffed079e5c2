using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Hosting.Json;
using ForumQA.Text.Mentions;

namespace ForumQA.Cli.Mentions;

/// <summary>Prints names as a table and the sentences that they stand in as a list.</summary>
internal static class MentionPrinter
{
    private const int WidestName = 40;

    private const int LongestDetail = 160;

    public static void Print(Screen screen, MentionsJson found, MentionQuery query)
    {
        if (found.Names.Count == 0)
        {
            screen.WriteLine(query.Name is { } name ? $"Nobody and nothing of the name '{name}' is mentioned. For all names, run: forumqa mentions" : "Nothing of this kind is mentioned.", Ink.Warning);
        }

        foreach (var kind in found.Names.GroupBy(name => name.Kind))
        {
            screen.WriteLine(kind.Key.ToString(), Ink.Strong);
            var width = Math.Min(WidestName, kind.Max(name => Line(name.Name).Length));
            foreach (var name in kind)
            {
                PrintName(screen, name, width);
            }
        }

        if (found.Total > found.Names.Count)
        {
            screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Names.Count} of {found.Total} names. Narrow them with --kind, --document or words of the name."), Ink.Muted);
        }

        foreach (var document in found.Mentions.GroupBy(mention => mention.DocumentId))
        {
            screen.WriteLine();
            screen.WriteLine(TerminalText.OneLine(document.First().DocumentTitle) + " " + document.Key, Ink.Strong);
            foreach (var mention in document.DistinctBy(mention => mention.SentenceStart))
            {
                screen.Indent = 2;
                screen.WriteLine(TerminalText.OneLine(mention.Sentence), Ink.Quotation);
                screen.Indent = 0;
            }
        }

        screen.Flush();
    }

    private static void PrintName(Screen screen, MentionedNameJson name, int width)
    {
        screen.Write("  " + Line(name.Name).PadRight(width));
        screen.Write(string.Create(CultureInfo.InvariantCulture, $"  {name.Count,4}x"), Ink.Number);
        screen.Write(string.Create(CultureInfo.InvariantCulture, $" in {name.Documents.Count}"), Ink.Muted);
        screen.Indent = 4;
        if (name.Details.Count > 0)
        {
            screen.Write("  " + TerminalText.Excerpt(string.Join("; ", name.Details), LongestDetail));
        }

        screen.EndLine();
        screen.Indent = 0;
    }

    private static string Line(string name) => TerminalText.Excerpt(name, WidestName);
}
