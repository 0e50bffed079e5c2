using System.Globalization;

namespace ForumQA.Text;

/// <summary>Reads ordinal numbers, "17th" and "seventeenth" alike.</summary>
internal static class OrdinalNumber
{
    private static readonly string[] Words =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary>The digits of an ordinal number, such as "17"; null when the word is none. The words up to ninth are none: they count more often than they name.</summary>
    /// <param name="folded">A folded word.</param>
    public static string? Of(string folded)
    {
        if (Array.IndexOf(Words, folded) is >= 9 and var place)
        {
            return (place + 1).ToString(CultureInfo.InvariantCulture);
        }

        var digits = folded.AsSpan().TrimEnd("stndrh");
        return digits.Length > 0 && digits.Length == folded.Length - 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? digits.ToString()
            : null;
    }
}
