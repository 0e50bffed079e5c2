using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Tells headings from sentences: their lines are part of the text, but nothing to quote.</summary>
internal static class HeadingLine
{
    private const int MostWords = 12;

    private const int MostWordsOfQuestion = 20;

    /// <summary>Whether a span of a passage is a heading: it is named as one, or it is a short line between empty ones without a mark at its end.</summary>
    public static bool Is(Passage passage, TextSpan span)
    {
        var line = span.Of(passage.Text);
        if (passage.Heading is not null)
        {
            foreach (var heading in passage.Heading.Split(" › "))
            {
                if (line.SequenceEqual(heading))
                {
                    return true;
                }
            }
        }

        // A question over its answer may be of two sentences.
        if (IsOfQuestion(passage.Text, span))
        {
            return true;
        }

        // The last line of a passage may be a sentence cut off; a heading has its text below it.
        var below = passage.Text.AsSpan(span.End);
        return below.StartsWith("\n\n", StringComparison.Ordinal)
            && IsFirstOfItsBlock(passage.Text, span.Start)
            && (char.IsLetterOrDigit(line[^1]) || line[^1] is ')')
            && line.Count(' ') < MostWords
            && !line.Contains('\n')
            && !line.Contains(" | ", StringComparison.Ordinal)
            && !(IsLabelled(line) && (IsLabelled(FirstLine(below[2..])) || IsLabelled(LastLine(passage.Text.AsSpan(0, span.Start)))));
    }

    /// <summary>"Phone: 01999 550 210" between others of the kind says something; a heading with a colon stands over text.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && line.Count(' ') < MostWords && !line[..colon].ContainsAny(".!?;");

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

    private static ReadOnlySpan<char> LastLine(ReadOnlySpan<char> text)
    {
        var line = text.TrimEnd('\n');
        return line[(line.LastIndexOf('\n') + 1)..];
    }

    private static bool IsOfQuestion(string text, TextSpan span)
    {
        var end = text.IndexOf("\n\n", span.Start, StringComparison.Ordinal);
        var start = text.LastIndexOf("\n\n", Math.Max(0, span.Start - 1), StringComparison.Ordinal) + 2;
        start = start < 2 ? 0 : start;
        return end > start && text[end - 1] is '?' or '？' && text.AsSpan(start, end - start) is var block && !block.Contains('\n') && block.Count(' ') < MostWordsOfQuestion;
    }

    /// <summary>The last item of a list and the last row of a table have others right above them.</summary>
    private static bool IsFirstOfItsBlock(string text, int start) => start == 0 || text.AsSpan(0, start).EndsWith("\n\n", StringComparison.Ordinal);
}
