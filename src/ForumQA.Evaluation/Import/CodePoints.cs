namespace ForumQA.Evaluation.Import;

/// <summary>Offsets that count code points, as Python's do.</summary>
internal static class CodePoints
{
    /// <summary>The same offset in UTF-16 code units; -1 when the text is shorter.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return codePoints == 0 ? at : -1;
    }
}
