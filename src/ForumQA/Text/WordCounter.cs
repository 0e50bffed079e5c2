using System.Globalization;

namespace ForumQA.Text;

/// <summary>Counts words in languages with and without blanks between them.</summary>
internal static class WordCounter
{
    /// <summary>Chinese and Japanese take about 1.7 characters where English takes a word.</summary>
    public const double WordsPerIdeograph = 0.6;

    /// <summary>Beyond this a run without blanks (a URL, Thai) counts as several words.</summary>
    private const int LongestWord = 24;

    private const int LettersPerWord = 6;

    public static double Count(ReadOnlySpan<char> text)
    {
        var words = 0.0;
        var run = 0;
        foreach (var c in text)
        {
            if (IsIdeograph(c))
            {
                words += WordsPerIdeograph + Close(ref run);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                run++;
            }
            else if (char.IsWhiteSpace(c))
            {
                words += Close(ref run);
            }
        }

        return words + Close(ref run);
    }

    /// <summary>Whether the character is of a script written without blanks: Chinese characters and Kana.</summary>
    public static bool IsIdeograph(char c) =>
        c is (>= '\u3041' and <= '\u30ff') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    private static double Close(ref int run)
    {
        var words = run == 0 ? 0 : run <= LongestWord ? 1 : (double)run / LettersPerWord;
        run = 0;
        return words;
    }
}
