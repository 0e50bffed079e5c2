using System.Collections.Frozen;
using System.Globalization;

namespace ForumQA.Text;

/// <summary>Reads ordinal numbers, "17th" and "seventeenth" alike.</summary>
internal static class OrdinalNumber
{
    private static readonly string[] Names = [.. Lexicon.InOrder("en", "ordinal")];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = Lexicon.Of("ending of an ordinal").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"First" to "twentieth" in their order.</summary>
    public static IReadOnlyList<string> Words => Names;

    /// <summary>The digits of an ordinal number, such as "17"; null when the word is none. The words up to ninth are none: they count more often than they name.</summary>
    /// <param name="folded">A folded word.</param>
    public static string? Of(string folded)
    {
        if (OfWord(folded) is >= 10 and var number)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var digits = folded.AsSpan().TrimEnd("stndrh");
        return digits.Length > 0 && digits.Length == folded.Length - 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? digits.ToString()
            : null;
    }

    /// <summary>1 of "first" to 20 of "twentieth"; 0 of other words.</summary>
    /// <param name="folded">A folded word.</param>
    public static int OfWord(string folded) => Array.IndexOf(Names, folded) + 1;

    /// <summary>Whether a word is one in digits: "16th", "1st".</summary>
    /// <param name="word">A word.</param>
    public static bool IsDigits(ReadOnlySpan<char> word) =>
        word.Length >= 3 && !word[..^2].ContainsAnyExceptInRange('0', '9') && Endings.Contains(word[^2..]);
}
