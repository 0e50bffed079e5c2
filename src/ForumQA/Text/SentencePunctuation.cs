using System.Buffers;
using System.Runtime.CompilerServices;

namespace ForumQA.Text;

/// <summary>The characters that end, close and open sentences.</summary>
internal static class SentencePunctuation
{
    /// <summary>Marks after which a sentence ends without a blank: Chinese, Japanese, Hindi, Urdu, Armenian, Ethiopic, Burmese and Khmer.</summary>
    private const string Unspaced = "。｡！？।॥۔։።။។";

    private const string Spaced = ".!?…؟‼⁇⁈⁉．";
    private const string LineBreaks = "\n\v\f\u0085\u2028\u2029";
    private const string Closers = "\"'”’»›)]}」』】》〉）］｣〕“‘";

    /// <summary>Where the splitter has to look: terminal marks and line breaks.</summary>
    public static readonly SearchValues<char> Stops = SearchValues.Create(Unspaced + Spaced + LineBreaks);

    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'“‘„‚«‹([{「『【《〈（［｢〔¿¡*_");
    private static readonly SearchValues<char> Joiners = SearchValues.Create(",;:.!?)]}”’»›、，；：…-–/%");

    public static bool IsLineBreak(char c) => LineBreaks.Contains(c, StringComparison.Ordinal);

    public static bool IsUnspaced(char c) => Unspaced.Contains(c, StringComparison.Ordinal);

    public static bool IsTerminal(char c) => IsUnspaced(c) || Spaced.Contains(c, StringComparison.Ordinal);

    public static bool IsOpener(char c) => Openers.Contains(c);

    /// <summary>Whether the character cannot begin a sentence, so that what precedes it goes on.</summary>
    public static bool Joins(char c) => Joiners.Contains(c);

    /// <summary>Whether a line that ends in the character is complete.</summary>
    public static bool EndsLine(char c) => IsTerminal(c) || Closers.Contains(c, StringComparison.Ordinal) || c is ':' or ';' or '：' or '；';

    /// <summary>The end of a run of terminal marks with the quotation marks, brackets and footnote numbers that close after it.</summary>
    public static int SkipMarksAndClosers(ReadOnlySpan<char> text, int mark)
    {
        var i = mark + 1;
        while (i < text.Length)
        {
            if (IsTerminal(text[i]) || IsCloser(text, i))
            {
                i++;
            }
            else if (text[i] is ' ' && i + 1 < text.Length && text[i + 1] is '»')
            {
                i += 2;
            }
            else if (FootnoteLength(text[i..]) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCloser(ReadOnlySpan<char> text, int i)
    {
        if (!Closers.Contains(text[i], StringComparison.Ordinal))
        {
            return false;
        }

        // “ closes in German („so.“) and opens in English, where a letter follows.
        return text[i] is not ('“' or '‘') || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]);
    }

    /// <summary>The length of a footnote number such as <c>[12]</c> at the start of the text, or 0.</summary>
    private static int FootnoteLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '[')
        {
            return 0;
        }

        var close = text[..Math.Min(text.Length, 5)].IndexOf(']');
        return close > 1 && !text[1..close].ContainsAnyExceptInRange('0', '9') ? close + 1 : 0;
    }
}
