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
            if (IsWordCharacter(c))
            {
                run++;
            }
            else if (char.IsWhiteSpace(c))
            {
                words += Close(ref run);
            }
            else if (IsIdeograph(c))
            {
                words += WordsPerIdeograph + Close(ref run);
            }
        }

        return words + Close(ref run);
    }

    /// <summary>Whether the character is of a script written without blanks: Chinese characters and Kana.</summary>
    public static bool IsIdeograph(char c) =>
        c is (>= '\u3041' and <= '\u30ff') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    /// <summary>Whether the character is part of a word that blanks end.</summary>
    public static bool IsWordCharacter(char c) => char.IsAscii(c)
        ? char.IsAsciiLetterOrDigit(c)
        : !IsIdeograph(c) && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    /// <summary>The words of a run without blanks.</summary>
    /// <param name="letters">How many characters of it are parts of words.</param>
    public static double CountRun(int letters) => letters == 0 ? 0 : letters <= LongestWord ? 1 : (double)letters / LettersPerWord;

    private static double Close(ref int run)
    {
        var words = CountRun(run);
        run = 0;
        return words;
    }
}
