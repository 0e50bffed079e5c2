using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Answers;

/// <summary>Shows a retrieved passage as an entry of a list.</summary>
internal static class PassagePrinter
{
    private const int LongestHeading = 120;

    /// <param name="screen">Where to.</param>
    /// <param name="number">Its number in the list, from 1.</param>
    /// <param name="evidence">The passage.</param>
    /// <param name="excerptLength">The most characters of its text to show.</param>
    /// <param name="score">The score to show; null for none.</param>
    public static void Print(Screen screen, int number, Evidence evidence, int excerptLength, double? score = null)
    {
        var passage = evidence.Passage;
        screen.Write(string.Create(CultureInfo.InvariantCulture, $"{number,2}. "), Ink.Number);
        screen.Indent = Place.Indent;
        if (score is { } value)
        {
            // Adding zero makes a zero of what rounding leaves as minus zero.
            screen.Write(string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, 2) + 0.0:0.00} "), Ink.Muted);
        }

        Place.Print(screen, evidence.DocumentTitle, passage.Heading, passage.Page);
        var best = evidence.Sentences.Count > 0 ? evidence.Sentences[0].Text : WithoutHeading(passage.Text);
        screen.WriteLine(TerminalText.Excerpt(best, excerptLength), Ink.Muted);
        screen.Indent = 0;
    }

    /// <summary>The text from its first sentence on: a heading that opens a passage is a line of its own that no punctuation ends.</summary>
    private static string WithoutHeading(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end > 0 && end < LongestHeading && !char.IsPunctuation(text[end - 1]) ? text[(end + 2)..] : text;
    }
}
