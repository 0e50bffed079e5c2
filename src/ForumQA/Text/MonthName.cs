namespace ForumQA.Text;

/// <summary>Reads the English names of months.</summary>
internal static class MonthName
{
    private static readonly string[] Names = [.. Lexicon.InOrder("en", "month")];

    /// <summary>Whether a word is one.</summary>
    /// <param name="folded">A folded word.</param>
    public static bool Is(string folded) => NumberOf(folded) > 0;

    /// <summary>1 to 12; 0 of other words.</summary>
    /// <param name="folded">A folded word.</param>
    public static int NumberOf(string folded) => Array.IndexOf(Names, folded) + 1;
}
