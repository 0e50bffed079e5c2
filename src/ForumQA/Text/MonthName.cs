namespace ForumQA.Text;

/// <summary>Reads the names of months.</summary>
internal static class MonthName
{
    private static readonly string[] Names = [.. Lexicon.InOrder("en", "month")];

    private static readonly IReadOnlyList<string>[] Languages = [Names, Lexicon.InOrder("de", "month"), Lexicon.InOrder("es", "month")];

    /// <summary>Whether a word is an English one.</summary>
    /// <param name="folded">A folded word.</param>
    public static bool Is(string folded) => NumberOf(folded) > 0;

    /// <summary>1 to 12 of an English one; 0 of other words.</summary>
    /// <param name="folded">A folded word.</param>
    public static int NumberOf(string folded) => Array.IndexOf(Names, folded) + 1;

    /// <summary>1 to 12 of an English, German or Spanish one or its beginning, such as "sept"; 0 of other words.</summary>
    /// <param name="folded">A folded word.</param>
    public static int NumberOfAbbreviated(string folded) =>
        Languages.Select(names => names.Index().FirstOrDefault(name => name.Item.StartsWith(folded, StringComparison.Ordinal)) is { Item: not null } found ? found.Index + 1 : 0)
            .FirstOrDefault(number => number > 0);
}
