using System.Globalization;

namespace ForumQA.Text;

/// <summary>Reads cardinal numbers, "3" and "three" alike; as words those up to twelve.</summary>
internal static class CardinalNumber
{
    private static readonly string[] Words = ["one", .. Lexicon.InOrder("en", "numeral").TakeWhile(word => word != "twenty")];

    /// <summary>"One" to "twelve" in their order.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The number; null when the word is none.</summary>
    /// <param name="folded">A folded word.</param>
    public static int? Of(string folded) =>
        int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Words, folded) is >= 0 and var place ? place + 1
        : null;
}
