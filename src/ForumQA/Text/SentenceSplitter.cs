namespace ForumQA.Text;

/// <summary>Finds the sentences of a text.</summary>
/// <remarks>The spans are trimmed, in order, disjoint, and cover every character that is not white space.</remarks>
internal static class SentenceSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(text, 0, text.Length);
    }

    /// <summary>The sentences of <c>text[start..end]</c>; their offsets point into <paramref name="text"/>.</summary>
    public static IReadOnlyList<TextSpan> Split(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        return [];
    }
}
