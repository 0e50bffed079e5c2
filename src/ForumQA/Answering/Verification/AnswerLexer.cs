using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>What a stretch of a model's answer is.</summary>
internal enum AnswerTokenKind
{
    /// <summary>More text is needed to tell.</summary>
    Open,

    /// <summary>A character of a sentence.</summary>
    Text,

    /// <summary>Markdown within a line: asterisks, backticks.</summary>
    Dress,

    /// <summary>The border between two cells of a table.</summary>
    Cell,

    /// <summary>What makes a line an item of a list or a row of a table.</summary>
    Item,

    /// <summary>What makes a line a heading.</summary>
    Heading,

    /// <summary>A <see cref="PassageMarker"/>.</summary>
    Marker,

    /// <summary>The word by which a model says that the passages do not answer.</summary>
    NotInDocuments,
}

/// <summary>A stretch of a model's answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Numbers">Of a marker.</param>
internal readonly record struct AnswerToken(AnswerTokenKind Kind, int Length, IReadOnlyList<int> Numbers);

/// <summary>Tells the words of a model's answer from markers and Markdown. Reads each character once, in order.</summary>
internal sealed class AnswerLexer
{
    private const string NotInDocuments = "NOT_IN_DOCUMENTS";
    private const int DeepestHeading = 6;

    private char _previous = '\n';
    private bool _isAtLineStart = true;
    private int _latestItem;

    /// <summary>Reads the first token of the text.</summary>
    /// <param name="text">What has not been read yet; not empty.</param>
    /// <param name="isLast">Whether no more will come.</param>
    public AnswerToken Read(ReadOnlySpan<char> text, bool isLast)
    {
        var token = Find(text, isLast);
        if (token.Kind is not AnswerTokenKind.Open)
        {
            _latestItem = token.Kind is AnswerTokenKind.Item && char.IsAsciiDigit(text[0]) ? ItemNumber(text, token.Length) : _latestItem;
            _previous = text[token.Length - 1];
            _isAtLineStart = token.Kind is AnswerTokenKind.Text
                ? SentencePunctuation.IsLineBreak(_previous) || (_isAtLineStart && char.IsWhiteSpace(_previous))
                : _isAtLineStart && token.Kind is not AnswerTokenKind.Marker;
        }

        return token;
    }

    private AnswerToken Find(ReadOnlySpan<char> text, bool isLast)
    {
        var c = text[0];
        if (c is 'n' or 'N' && !IsWordCharacter(_previous) && MatchNotInDocuments(text, isLast) is not 0 and var sentinel)
        {
            return Token(AnswerTokenKind.NotInDocuments, sentinel);
        }

        if (PassageMarker.Opens(c) && PassageMarker.Read(text, isLast, out var numbers) is not 0 and var marker)
        {
            return Token(AnswerTokenKind.Marker, marker, numbers);
        }

        if (_isAtLineStart && FindLineDress(text, isLast) is { } dress)
        {
            return dress;
        }

        return c switch
        {
            '`' => Token(AnswerTokenKind.Dress, 1),
            '|' => Token(AnswerTokenKind.Cell, 1),
            '*' or '_' or '~' when text.Length == 1 && !isLast => default,
            '*' or '_' or '~' when IsDress(c, text.Length > 1 ? text[1] : '\n') => Token(AnswerTokenKind.Dress, 1),
            _ when char.IsHighSurrogate(c) && text.Length == 1 && !isLast => default,
            _ when char.IsHighSurrogate(c) && text.Length > 1 && char.IsLowSurrogate(text[1]) => Token(AnswerTokenKind.Text, 2),
            _ => Token(AnswerTokenKind.Text, 1),
        };
    }

    private static AnswerToken Token(AnswerTokenKind kind, int? length, IReadOnlyList<int>? numbers = null) =>
        length is { } known ? new AnswerToken(kind, known, numbers ?? []) : default;

    private AnswerToken? FindLineDress(ReadOnlySpan<char> text, bool isLast)
    {
        var mark = text[0] switch
        {
            '#' => text.IndexOfAnyExcept('#') is >= 0 and var level ? level : text.Length,
            '-' or '*' or '+' or '•' or '‣' or '◦' or '·' or '–' => 1,
            '|' => 0,
            _ when char.IsAsciiDigit(text[0]) => ItemNumberLength(text),
            _ => -1,
        };
        if (mark == 0)
        {
            return Token(AnswerTokenKind.Item, 1);
        }

        if (text[0] is '>')
        {
            return Token(AnswerTokenKind.Dress, 1);
        }

        if (mark < 0 || (text[0] is '#' && mark > DeepestHeading))
        {
            return null;
        }

        if (mark >= text.Length)
        {
            return isLast ? null : default(AnswerToken);
        }

        // "3. Oktober": a list counts from 1.
        if (char.IsAsciiDigit(text[0]) && ItemNumber(text, mark) is not 1 and var number && number != _latestItem + 1)
        {
            return null;
        }

        // The blank stays text: it parts the item from the line before.
        return char.IsWhiteSpace(text[mark]) ? Token(text[0] is '#' ? AnswerTokenKind.Heading : AnswerTokenKind.Item, mark) : null;
    }

    /// <summary>The number of an item, which ends in its mark.</summary>
    private static int ItemNumber(ReadOnlySpan<char> text, int length) => int.Parse(text[..(length - 1)], CultureInfo.InvariantCulture);

    /// <summary>The length of <c>1.</c> or <c>12)</c>, or of what may become one; -1 when it cannot.</summary>
    private static int ItemNumberLength(ReadOnlySpan<char> text)
    {
        var digits = text.Length > 1 && char.IsAsciiDigit(text[1]) ? 2 : 1;
        return digits >= text.Length ? text.Length : text[digits] is '.' or ')' ? digits + 1 : -1;
    }

    /// <summary>Whether an asterisk, underscore or tilde marks up what stands beside it: not in "2 * 3" nor in "snake_case".</summary>
    private bool IsDress(char c, char next) => c switch
    {
        '*' => !(char.IsWhiteSpace(_previous) && char.IsWhiteSpace(next)) && !(char.IsDigit(_previous) && char.IsDigit(next)),
        '_' => !(char.IsLetterOrDigit(_previous) && char.IsLetterOrDigit(next)),
        _ => _previous == '~' || next == '~',
    };

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c);

    /// <summary>The length of the word at the start of the text, also as <c>not_in_documents</c>, <c>NOT\_IN\_DOCUMENTS</c> or <c>NOT IN DOCUMENTS</c>; 0 when it is another, null when more is needed.</summary>
    private static int? MatchNotInDocuments(ReadOnlySpan<char> text, bool isLast)
    {
        var i = 0;
        var isUpper = true;
        foreach (var expected in NotInDocuments)
        {
            if (i < text.Length && text[i] is '\\' && expected is '_')
            {
                i++;
            }

            if (i >= text.Length)
            {
                return isLast ? 0 : null;
            }

            isUpper &= expected is '_' || text[i] == expected;
            if (char.ToUpperInvariant(text[i]) != expected && !(expected is '_' && isUpper && text[i] is ' '))
            {
                return 0;
            }

            i++;
        }

        return i;
    }
}
