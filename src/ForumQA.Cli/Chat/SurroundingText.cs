namespace ForumQA.Cli.Chat;

/// <summary>Widens a span of a document to where a reader would begin and end.</summary>
internal static class SurroundingText
{
    /// <summary>The start of the paragraph that <paramref name="start"/> minus <paramref name="reach"/> characters leads into, or of a word.</summary>
    public static int FindStart(string text, int start, int reach)
    {
        var earliest = start - reach;
        if (earliest <= 0)
        {
            return 0;
        }

        var paragraph = text.IndexOf("\n\n", earliest, start - earliest, StringComparison.Ordinal);
        if (paragraph >= 0)
        {
            return paragraph + 2;
        }

        var word = text.IndexOf(' ', earliest, start - earliest);
        return word >= 0 ? word + 1 : start;
    }

    /// <summary>The end of the last paragraph within <paramref name="reach"/> characters after <paramref name="end"/>, or of a word.</summary>
    public static int FindEnd(string text, int end, int reach)
    {
        var latest = end + reach;
        if (latest >= text.Length)
        {
            return text.Length;
        }

        var paragraph = text.LastIndexOf("\n\n", latest - 1, latest - end, StringComparison.Ordinal);
        if (paragraph >= 0)
        {
            return paragraph;
        }

        var word = text.LastIndexOf(' ', latest - 1, latest - end);
        return word >= 0 ? word : end;
    }
}
