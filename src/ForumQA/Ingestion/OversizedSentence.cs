using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>Splits a sentence that is too long for a passage: after a clause, else between words, else between characters.</summary>
internal static class OversizedSentence
{
    /// <summary>Runs without blanks are split from this many code units on.</summary>
    private const int LongestWord = 24;

    public static void Split(string text, TextSpan sentence, double minWords, double maxWords, List<TextSpan> pieces)
    {
        var (start, end) = (sentence.Start, sentence.End);
        int anchor = start, clause = -1, boundary = -1;
        var anchored = 0.0;
        var position = start;

        // Counted as they come: a run without blanks may be as long as the file.
        var letters = 0;
        while (position < end)
        {
            // A text element keeps surrogate pairs and combining marks together.
            var next = position + StringInfo.GetNextTextElementLength(text.AsSpan(position, end - position));
            var c = text[position];
            for (var i = position; i < next; i++)
            {
                letters += WordCounter.IsWordCharacter(text[i]) ? 1 : 0;
            }

            var parted = char.IsWhiteSpace(c) || WordCounter.IsIdeograph(c);
            if (!parted && !EndsClause(text, position) && next - anchor <= LongestWord && next < end)
            {
                position = next;
                continue;
            }

            var words = anchored + (parted ? WordCounter.Count(text.AsSpan(anchor, next - anchor)) : WordCounter.CountRun(letters));
            if (words > maxWords && boundary > start)
            {
                var cut = clause > start ? clause : boundary;
                Add(text, start, cut, pieces);
                (start, position, anchor, anchored, letters, clause, boundary) = (cut, cut, cut, 0, 0, -1, -1);
                continue;
            }

            boundary = next;
            clause = words >= minWords && EndsClause(text, position) ? next : clause;
            (anchor, anchored, letters) = parted ? (next, words, 0) : (anchor, anchored, letters);
            position = next;
        }

        Add(text, start, end, pieces);
    }

    private static bool EndsClause(string text, int i) =>
        text[i] is '，' or '、' or '；' or '：'
        || (char.IsWhiteSpace(text[i]) && i > 0 && text[i - 1] is ',' or ';' or ':' or '،' or '؛' or '—');

    private static void Add(string text, int start, int end, List<TextSpan> pieces)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            pieces.Add(new TextSpan(start, end));
        }
    }
}
