using System.Globalization;

namespace ForumQA.Text;

/// <summary>Decides whether a terminal mark ends its sentence.</summary>
internal static class SentenceBoundary
{
    /// <summary>No address is longer, in UTF-16 code units; a run without blanks may be as long as the file.</summary>
    private const int LongestAddress = 2048;

    private const string JapaneseParticles = "とっがをにはものへや";

    /// <param name="text">The text.</param>
    /// <param name="sentenceStart">Where the open sentence starts.</param>
    /// <param name="mark">The first terminal mark.</param>
    /// <param name="after">What follows the marks and their closing quotation marks and brackets.</param>
    public static bool IsAt(ReadOnlySpan<char> text, int sentenceStart, int mark, int after)
    {
        if (after >= text.Length)
        {
            return true;
        }

        if (SentencePunctuation.IsUnspaced(text[mark]))
        {
            return EndsUnspaced(text, mark, after);
        }

        var stop = LastMark(text, mark, after);
        var next = SkipBlanks(text, after);
        if (next >= text.Length || SentencePunctuation.IsLineBreak(text[next]))
        {
            return true;
        }

        if (SentencePunctuation.Joins(text[next]))
        {
            return false;
        }

        var first = SkipOpeners(text, next);
        if (first >= text.Length)
        {
            return false;
        }

        if (StartsInLowerCase(text[first..]))
        {
            // The web also drops capitals ("the internet economy. online trade"); abbreviations are shorter.
            return next > after && after == mark + 1 && text[mark] is '.' && FullStop.FollowsLongWord(text[sentenceStart..mark]);
        }

        var following = Word(text[first..]);
        return next == after
            ? EndsWithoutBlank(text, stop, after, following)
            : text[stop] switch
            {
                '.' when stop > mark => char.IsLetter(text[first]),
                '…' => char.IsLetter(text[first]),
                '.' => !FullStop.IsAbbreviation(text, sentenceStart, stop, following),
                '!' => !Abbreviations.IsNameWithExclamationMark(FullStop.Token(text[..stop])),
                _ => true,
            };
    }

    private static bool EndsUnspaced(ReadOnlySpan<char> text, int mark, int after)
    {
        var next = text[after];
        if (SentencePunctuation.Joins(next))
        {
            return false;
        }

        // 「行く。」と言った: a particle after the quotation carries the sentence on.
        var quoted = after > mark + 1;
        return !(quoted ? JapaneseParticles : "とっ").Contains(next, StringComparison.Ordinal) || text[mark] is '。' && !quoted;
    }

    /// <summary>The web drops blanks ("their score.The next"), but "obj.Method" and "example.com" are one word.</summary>
    private static bool EndsWithoutBlank(ReadOnlySpan<char> text, int stop, int after, ReadOnlySpan<char> following)
    {
        if (text[stop] is '؟')
        {
            return true;
        }

        if (IsInsideAddress(text[..stop]))
        {
            return false;
        }

        var closed = after > stop + 1;
        if (closed || text[stop] is '?' or '!')
        {
            return following.IsEmpty ? closed : char.IsUpper(following[0]) || IsCaseless(following[0]);
        }

        if (SentencePunctuation.IsOpener(text[after]))
        {
            return true;
        }

        return stop > 0 && (char.IsLower(text[stop - 1]) || text[stop - 1] is ')' or '%') && Abbreviations.OpensSentence(following)
            && after + following.Length < text.Length && text[after + following.Length] is ' ' or ',' or '\'' or '’';
    }

    private static bool IsInsideAddress(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestAddress)..];
        var chunk = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static int LastMark(ReadOnlySpan<char> text, int mark, int after)
    {
        var last = mark;
        while (last + 1 < after && SentencePunctuation.IsTerminal(text[last + 1]))
        {
            last++;
        }

        return last;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]) && !SentencePunctuation.IsLineBreak(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int SkipOpeners(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && SentencePunctuation.IsOpener(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>Brand names such as iFlytek open sentences too.</summary>
    private static bool StartsInLowerCase(ReadOnlySpan<char> text) =>
        char.IsLower(text[0]) && !(text.Length > 1 && char.IsUpper(text[1]));

    private static bool IsCaseless(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter;

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length];
    }
}
