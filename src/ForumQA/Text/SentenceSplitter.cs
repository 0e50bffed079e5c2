namespace ForumQA.Text;

/// <summary>Finds the sentences of a text by rules; what the rules cannot tell, <see cref="Abbreviations"/> lists.</summary>
/// <remarks>
/// The spans are trimmed, in order, disjoint, and cover every character that is not white space.
/// An empty line always ends a sentence, and so does a line break, except before a line that goes on in lower case.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>The sentences of the whole text.</summary>
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

        // What lies beyond the range must not be seen by the rules, hence the slice.
        var range = text.AsSpan(start, end - start);
        var sentences = new List<TextSpan>(range.Length / 100);
        var open = 0;
        var position = 0;
        var lineStart = true;
        while (position < range.Length)
        {
            var next = range[position..].IndexOfAny(SentencePunctuation.Stops);
            if (next < 0)
            {
                break;
            }

            var mark = position + next;
            if (SentencePunctuation.IsLineBreak(range[mark]))
            {
                position = AfterLineBreaks(range, mark, out var breaks);
                if (breaks)
                {
                    Add(range[..mark], open, start, lineStart, sentences);
                    (open, lineStart) = (position, true);
                }

                continue;
            }

            position = SentencePunctuation.SkipMarksAndClosers(range, mark);
            if (SentenceBoundary.IsAt(range, open, mark, position))
            {
                Add(range[..position], open, start, lineStart, sentences);
                (open, lineStart) = (position, false);
            }
        }

        Add(range, open, start, lineStart, sentences);
        return sentences;
    }

    /// <summary>Skips white space from a line break on; says whether a sentence has to end there.</summary>
    private static int AfterLineBreaks(ReadOnlySpan<char> text, int lineBreak, out bool breaks)
    {
        var next = lineBreak;
        var count = 0;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            count += text[next] is '\n' ? 1 : SentencePunctuation.IsLineBreak(text[next]) ? 2 : 0;
            next++;
        }

        var before = text[..lineBreak].TrimEnd();
        breaks = count > 1
            || next >= text.Length
            || before.IsEmpty
            || !char.IsLower(text[next])
            || SentencePunctuation.EndsLine(before[^1])
            || (next + 1 < text.Length && text[next + 1] is ')' or '.');
        return next;
    }

    private static void Add(
        ReadOnlySpan<char> upToEnd, int open, int offset, bool lineStart, List<TextSpan> sentences)
    {
        var end = upToEnd.TrimEnd().Length;
        while (open < end && char.IsWhiteSpace(upToEnd[open]))
        {
            open++;
        }

        if (open >= end)
        {
            return;
        }

        // A stray mark after a sentence on the same line says nothing by itself.
        if (!lineStart && sentences.Count > 0 && !ContainsLetterOrDigit(upToEnd[open..end]))
        {
            sentences[^1] = sentences[^1] with { End = end + offset };
            return;
        }

        sentences.Add(new TextSpan(open + offset, end + offset));
    }

    private static bool ContainsLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
