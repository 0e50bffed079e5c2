using System.Globalization;

namespace ForumQA.Text;

/// <summary>Tells the full stop of an abbreviation, an initial or a numbered item from the end of a sentence.</summary>
internal static class FullStop
{
    private const int ShortestLongWord = 7;

    /// <summary>No abbreviation is longer, in UTF-16 code units.</summary>
    private const int LongestToken = 128;

    /// <param name="text">The text.</param>
    /// <param name="sentenceStart">Where the open sentence starts.</param>
    /// <param name="stop">The full stop.</param>
    /// <param name="following">The word after it; empty at the end of a line.</param>
    public static bool IsAbbreviation(ReadOnlySpan<char> text, int sentenceStart, int stop, ReadOnlySpan<char> following)
    {
        var token = Token(text[sentenceStart..stop]);
        if (token.IsEmpty || following.IsEmpty)
        {
            return false;
        }

        var before = text[sentenceStart..(stop - token.Length)].TrimEnd();
        if (IsNumber(token))
        {
            return IsItemNumber(before) || IsOrdinal(token, before, following);
        }

        if (IsItemLetter(token) && !ContainsLetterOrDigit(before))
        {
            return true;
        }

        var opens = Abbreviations.OpensSentence(following) && !AbbreviatesFollowing(text, stop, following);
        var inner = token.LastIndexOf('.');
        if (inner >= 0 && PartsAreShort(token))
        {
            return !opens || Abbreviations.KindOf(token) is AbbreviationKind.BeforeName;
        }

        if (token.Length == 1 && IsInitial(token[0]))
        {
            return !opens;
        }

        return Abbreviations.KindOf(token[(inner + 1)..]) switch
        {
            AbbreviationKind.BeforeName => true,
            AbbreviationKind.BeforeNumber => char.IsDigit(following[0]),
            AbbreviationKind.Anywhere => !opens,
            _ => false,
        };
    }

    /// <summary>Whether the text ends in a word that is too long for an abbreviation.</summary>
    public static bool FollowsLongWord(ReadOnlySpan<char> text)
    {
        var token = Token(text);
        if (token.Length < ShortestLongWord || Abbreviations.KindOf(token) is not AbbreviationKind.None)
        {
            return false;
        }

        foreach (var c in token)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The letters, digits and inner full stops that stand right before the end of the text.</summary>
    public static ReadOnlySpan<char> Token(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > Math.Max(0, text.Length - LongestToken) && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.'))
        {
            start--;
        }

        return text[start..].TrimStart('.');
    }

    private static bool IsNumber(ReadOnlySpan<char> token) => !token.ContainsAnyExceptInRange('0', '9');

    /// <summary>"1." opens an item at the start of a sentence and after a colon or semicolon.</summary>
    private static bool IsItemNumber(ReadOnlySpan<char> before) =>
        !ContainsLetterOrDigit(before) || before[^1] is ':' or ';' or '：' or '；';

    /// <summary>German writes "am 3. Oktober" and "das 16. Forum".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> token, ReadOnlySpan<char> before, ReadOnlySpan<char> following) =>
        token.Length <= 2
        && (Abbreviations.IsGermanMonth(following)
            || (Abbreviations.PrecedesGermanOrdinal(Token(before)) && !Abbreviations.OpensSentence(following)));

    /// <summary>Scripts without capitals, such as Arabic, abbreviate names by one letter too.</summary>
    private static bool IsInitial(char c) =>
        char.IsUpper(c) || (char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter && !WordCounter.IsIdeograph(c));

    private static bool IsItemLetter(ReadOnlySpan<char> token) =>
        token.Length == 1 || !token.ContainsAnyExcept("IVX");

    /// <summary>"J. A. Smith": the A after the stop is no article.</summary>
    private static bool AbbreviatesFollowing(ReadOnlySpan<char> text, int stop, ReadOnlySpan<char> following)
    {
        var end = text[stop..].IndexOf(following, StringComparison.Ordinal) + stop + following.Length;
        return following.Length == 1 && end < text.Length && text[end] is '.';
    }

    private static bool PartsAreShort(ReadOnlySpan<char> token)
    {
        foreach (var part in token.Split('.'))
        {
            if (part.End.Value - part.Start.Value is 0 or > 2)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
