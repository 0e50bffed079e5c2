using System.Globalization;
using System.Text;

namespace ForumQA.Cli.Terminals;

/// <summary>Makes text safe and fit for a terminal.</summary>
internal static class TerminalText
{
    private const int ControlPictures = 0x2400;

    /// <summary>
    /// Makes control characters visible, line breaks and tabs apart: a document must not move the cursor, change the title,
    /// or reverse the direction of what follows (https://trojansource.codes).
    /// </summary>
    public static string Neutralise(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '\n' => '\n',
                '\t' => ' ',
                < ' ' => (char)(ControlPictures + c),
                '\u007f' => '\u2421',
                >= '\u0080' and <= '\u009f' => '\ufffd',
                >= '\u202a' and <= '\u202e' => '\ufffd',
                >= '\u2066' and <= '\u2069' => '\ufffd',
                _ => c,
            });
        }

        return safe.ToString();
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The beginning of the text on one line, cut after a word where there is one, and marked when cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The most characters to keep.</param>
    public static string Excerpt(string text, int length)
    {
        var line = OneLine(text);
        if (line.Length <= length)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', length - 1);
        if (end < length / 2)
        {
            // No space near, as in Chinese: cut between two characters, never inside one.
            end = 0;
            foreach (var start in StringInfo.ParseCombiningCharacters(line).TakeWhile(start => start < length))
            {
                end = start;
            }
        }

        return line[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }
}
