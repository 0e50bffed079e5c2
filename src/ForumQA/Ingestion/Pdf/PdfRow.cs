using System.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>The words on one height of a page, from left to right.</summary>
internal sealed class PdfRow
{
    /// <summary>A gap wider than this share of the font's height parts two cells or columns; between words of a justified line gaps are narrower.</summary>
    public const double CellGap = 0.9;

    /// <summary>
    /// Base lines so near each other are one height: by the larger font, so that raised figures stay in their line, or by the smaller,
    /// so that lines of two columns that are set half a line apart come in pairs.
    /// </summary>
    private const double SameHeight = 0.45;
    private const double HalfLine = 0.6;

    /// <summary>The marker of a list and its item may be this many heights apart.</summary>
    private const double MarkerGap = 4;

    private PdfRow(List<PdfWord> words)
    {
        words.Sort((a, b) => a.Left.CompareTo(b.Left));
        Words = Merge(words);
        var tallest = Words.MaxBy(w => (w.Size * 100) + Math.Min(w.Length, 50))!;
        (Y, Size) = (tallest.Y, tallest.Size);
        Cells = Split(Words);
        Text = TextOf(Words);
    }

    public IReadOnlyList<PdfWord> Words { get; }

    /// <summary>Its words, parted where a gap is wide.</summary>
    public IReadOnlyList<IReadOnlyList<PdfWord>> Cells { get; }

    public string Text { get; }

    public double Y { get; }

    public double Size { get; }

    public double Top => Y - Size;

    public double Left => Words[0].Left;

    public double Right => Words.Max(w => w.Right);

    /// <summary>The rows of the words, from the top.</summary>
    public static List<PdfRow> Of(IEnumerable<PdfWord> words)
    {
        var rows = new List<PdfRow>();
        var row = new List<PdfWord>();
        foreach (var word in words.OrderBy(w => w.Y).ThenBy(w => w.Left))
        {
            if (row.Count > 0 && word.Y - row[0].Y > Math.Max(SameHeight * Math.Max(word.Size, row[0].Size), HalfLine * Math.Min(word.Size, row[0].Size)))
            {
                rows.Add(new PdfRow(row));
                row = [];
            }

            row.Add(word);
        }

        if (row.Count > 0)
        {
            rows.Add(new PdfRow(row));
        }

        return rows;
    }

    /// <summary>The words as text, in reading order.</summary>
    public static string TextOf(IReadOnlyList<PdfWord> words)
    {
        var text = new StringBuilder();
        foreach (var word in words.Count(w => w.IsRightToLeft) > words.Count(w => w.IsLeftToRight) ? RightToLeft(words) : words)
        {
            var next = word.Text();
            text.Append(text.Length == 0 ? string.Empty : Paragraphs.Separator([text[^1]], next)).Append(next);
        }

        return text.ToString();
    }

    /// <summary>From right to left, but words and numbers of other scripts among themselves from left to right.</summary>
    private static IEnumerable<PdfWord> RightToLeft(IReadOnlyList<PdfWord> words)
    {
        for (var end = words.Count; end > 0;)
        {
            var start = end - 1;
            while (!words[end - 1].IsRightToLeft && start > 0 && !words[start - 1].IsRightToLeft)
            {
                start--;
            }

            for (var i = start; i < end; i++)
            {
                yield return words[i];
            }

            end = start;
        }
    }

    private static List<PdfWord> Merge(List<PdfWord> words)
    {
        var merged = new List<PdfWord>();
        foreach (var word in words)
        {
            if (merged.Count > 0 && PdfWords.AreOne(merged[^1], word))
            {
                merged[^1].Add(word);
            }
            else
            {
                merged.Add(word);
            }
        }

        return merged;
    }

    private static List<IReadOnlyList<PdfWord>> Split(IReadOnlyList<PdfWord> words)
    {
        var cells = new List<List<PdfWord>> { new() { words[0] } };
        var right = words[0].Right;
        foreach (var word in words.Skip(1))
        {
            if (word.Left - right > CellGap * word.Size)
            {
                cells.Add([]);
            }

            cells[^1].Add(word);
            right = Math.Max(right, word.Right);
        }

        if (cells.Count == 2 && cells[0].Count == 1 && IsMarker(cells[0][0]) && cells[1][0].Left - cells[0][0].Right < MarkerGap * cells[1][0].Size)
        {
            cells = [[.. cells[0], .. cells[1]]];
        }

        return [.. cells];
    }

    /// <summary>Whether the word is what items, sections and notes are marked with: <c>•</c>, <c>2.1</c>, <c>(a)</c>.</summary>
    private static bool IsMarker(PdfWord word)
    {
        var text = word.Text();
        return text.Length <= 6 && (!text.Any(char.IsLetterOrDigit) || text.Trim('(', ')', '.', '[', ']').Length == 1
            || text.All(c => char.IsAsciiDigit(c) || c is '.' or ')' or '(' or '[' or ']'));
    }
}
