using System.Collections.Frozen;
using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Reads the marks by which models cite: <c>[1]</c>, <c>[1, 2]</c>, <c>[1-3]</c>, <c>[^1]</c>, <c>[Passage 2]</c>, <c>【1†source】</c>.</summary>
/// <remarks>
/// Up to three digits are a marker, whether or not such a passage was supplied: the verifier tells. More stay text, because
/// <c>[2020]</c> in a quotation is a year somebody filled in, and has to be verified like any other.
/// </remarks>
internal static class PassageMarker
{
    private const int Longest = 48;
    private const int MostDigits = 3;
    private const int LongestRange = 20;

    private static readonly FrozenSet<string> Conjunctions = Lexicon.Of("conjunction");

    private static readonly FrozenSet<string> BeforeNumbers = Lexicon.Of("before the number of a source", "conjunction");

    /// <summary>Whether a marker may start with the character.</summary>
    public static bool Opens(char c) => c is '[' or '【' or '［';

    /// <summary>Reads a marker at the start of the text.</summary>
    /// <param name="text">Starts with an opening bracket.</param>
    /// <param name="isLast">Whether no more text will come.</param>
    /// <param name="numbers">The passages it names.</param>
    /// <returns>Its length; 0 when it is none; null when more text is needed to tell.</returns>
    public static int? Read(ReadOnlySpan<char> text, bool isLast, out IReadOnlyList<int> numbers)
    {
        numbers = [];
        var close = text[0] switch { '[' => ']', '【' => '】', _ => '］' };
        var near = text[..Math.Min(text.Length, Longest)];
        var end = near[1..].IndexOfAny(close, '\n', text[0]) + 1;
        if (end == 0)
        {
            return isLast || text.Length >= Longest ? 0 : null;
        }

        if (near[end] != close || Parse(near[1..end]) is not { } parsed)
        {
            return 0;
        }

        numbers = parsed;
        return end + 1;
    }

    private static List<int>? Parse(ReadOnlySpan<char> inside)
    {
        var numbers = new List<int>();
        var isRange = false;
        while (true)
        {
            inside = SkipPrefix(inside);
            var digits = CountWhile(inside, char.IsAsciiDigit);
            if (digits is 0 or > MostDigits)
            {
                return null;
            }

            Add(numbers, int.Parse(inside[..digits], CultureInfo.InvariantCulture), isRange);
            inside = SkipPosition(inside[digits..]).TrimStart();
            if (inside.IsEmpty || inside[0] is '†')
            {
                return numbers;
            }

            isRange = inside[0] is '-' or '–' or '—';
            var separator = CountWhile(inside, char.IsLetter);
            if (separator > 0 ? !Conjunctions.Contains(WordFolding.Fold(inside[..separator])) : !isRange && inside[0] is not (',' or ';' or '，' or '、' or '；' or '&' or '+' or '/' or '|'))
            {
                return null;
            }

            inside = inside[Math.Max(1, separator)..];
        }
    }

    private static ReadOnlySpan<char> SkipPrefix(ReadOnlySpan<char> inside)
    {
        while (true)
        {
            inside = inside.TrimStart(" ^#.:");
            var letters = CountWhile(inside, char.IsLetter);
            if (letters == 0 || !BeforeNumbers.Contains(WordFolding.Fold(inside[..letters])))
            {
                return inside;
            }

            inside = inside[letters..];
        }
    }

    /// <summary>OpenAI's assistants write <c>4:0</c>: the message and the place in it.</summary>
    private static ReadOnlySpan<char> SkipPosition(ReadOnlySpan<char> inside) =>
        inside.Length > 1 && inside[0] is ':' && char.IsAsciiDigit(inside[1]) ? inside[(1 + CountWhile(inside[1..], char.IsAsciiDigit))..] : inside;

    private static void Add(List<int> numbers, int number, bool isRange)
    {
        var first = isRange && number - numbers[^1] is > 0 and <= LongestRange ? numbers[^1] + 1 : number;
        numbers.AddRange(Enumerable.Range(first, number - first + 1));
    }

    private static int CountWhile(ReadOnlySpan<char> text, Func<char, bool> holds)
    {
        var count = 0;
        while (count < text.Length && holds(text[count]))
        {
            count++;
        }

        return count;
    }
}
