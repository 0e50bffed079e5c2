using System.Globalization;

namespace ForumQA.Text;

/// <summary>Tells years from other numbers.</summary>
internal static class CalendarYear
{
    /// <summary>The first number that is taken for a year.</summary>
    public const int First = 1000;

    /// <summary>The last one where texts speak of what was and what is planned.</summary>
    public const int Last = 2199;

    /// <summary>From here on, a number of four digits is a year rather than a count.</summary>
    private const int FirstLikely = 1501;

    /// <summary>Whether a word is a year where one is expected, as behind the name of an event: four digits of the second or the third millennium.</summary>
    /// <param name="word">A word as written or folded.</param>
    public static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && word[0] is '1' or '2' && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a word is a year where one may stand or not: not one far ahead.</summary>
    /// <param name="word">A word as written or folded.</param>
    public static bool IsToDate(ReadOnlySpan<char> word) => IsBetween(word, First);

    /// <summary>Whether a word is a year where it could as well be a count: "1200" members are many, "1987" are hardly any.</summary>
    /// <param name="word">A word as written or folded.</param>
    public static bool IsLikelierThanNumber(ReadOnlySpan<char> word) => IsBetween(word, FirstLikely);

    private static bool IsBetween(ReadOnlySpan<char> word, int first) =>
        IsYear(word) && int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) is var year && year >= first && year <= Last;
}
