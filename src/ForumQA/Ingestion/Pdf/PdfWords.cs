namespace ForumQA.Ingestion.Pdf;

/// <summary>Joins the characters of a page that run in one direction to words.</summary>
internal static class PdfWords
{
    /// <summary>A gap wider than this share of the font's height parts two words, also where the file writes no blank.</summary>
    private const double WordGap = 0.15;

    /// <summary>Kerning draws characters together by less than this share of the font's height.</summary>
    private const double Overlap = 0.4;

    /// <summary>Super- and subscripts are moved by less than this share of the font's height.</summary>
    private const double Shift = 0.5;

    /// <summary>Bold type is feigned by drawing a character twice, this share of its height apart.</summary>
    private const double Twice = 0.1;

    public static List<PdfWord> Of(IEnumerable<PdfGlyph> glyphs)
    {
        var words = new List<PdfWord>();
        var drawn = new Dictionary<(string Text, long X, long Y), PdfGlyph>();
        PdfWord? word = null;
        PdfGlyph? accent = null;
        foreach (var next in glyphs)
        {
            var glyph = next;
            if (SpacingAccent.Is(glyph))
            {
                if (words.Count > 0 && SpacingAccent.On(words[^1].Last, glyph) is { } accented)
                {
                    word = words[^1];
                    (word.Last, word.IsClosed) = (accented, false);
                    continue;
                }

                accent = glyph;
            }
            else if (accent is { } before && SpacingAccent.On(glyph, before) is { } accented && words.Count > 0 && words[^1].Last == before)
            {
                // The accent stands in the text already, as the last character of a word or as a word of its own.
                glyph = accented;
                word = words[^1];
                word.RemoveLast();
                if (word.Length == 0)
                {
                    words.RemoveAt(words.Count - 1);
                    word = words.Count > 0 && !words[^1].IsClosed ? words[^1] : null;
                }

                accent = null;
            }

            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                // A blank far from the word is one of the producer's making, such as the blanks of a tab.
                if (word is not null && Math.Abs(glyph.Y - word.Y) <= Shift * word.Size)
                {
                    word.IsClosed = true;
                }

                word = null;
                continue;
            }

            if (IsDrawnTwice(glyph, drawn))
            {
                continue;
            }

            if (word is not null && Joins(word, glyph))
            {
                word.Add(glyph);
            }
            else
            {
                words.Add(word = new PdfWord(glyph));
            }
        }

        return words;
    }

    /// <summary>Whether the words are pieces of one that the file writes in several places, such as character by character.</summary>
    public static bool AreOne(PdfWord left, PdfWord right) =>
        !left.IsClosed && right.Left - left.Right is var gap && gap < WordGap * Math.Min(left.Size, right.Size) && gap > -Overlap * left.Size
        && !(left.IsRightToLeft && right.IsClosed);

    private static bool Joins(PdfWord word, PdfGlyph glyph)
    {
        var size = Math.Max(word.Size, glyph.Size);
        if (Math.Abs(glyph.Y - word.Y) > Shift * size)
        {
            return false;
        }

        var after = glyph.X - word.Right;
        var before = word.Left - (glyph.X + glyph.Width);
        return (after < WordGap * size && after > -Overlap * size) || (before < WordGap * size && before > -Overlap * size && PdfWord.IsRightToLeftLetter(glyph.Text));
    }

    private static bool IsDrawnTwice(PdfGlyph glyph, Dictionary<(string Text, long X, long Y), PdfGlyph> drawn)
    {
        var cell = glyph.Size / 2;
        var (x, y) = ((long)(glyph.X / cell), (long)Math.Round(glyph.Y / cell));
        for (var near = x - 1; near <= x + 1; near++)
        {
            if (drawn.TryGetValue((glyph.Text, near, y), out var other)
                && Math.Abs(other.X - glyph.X) < Twice * glyph.Size && Math.Abs(other.Y - glyph.Y) < Twice * glyph.Size)
            {
                return true;
            }
        }

        drawn[(glyph.Text, x, y)] = glyph;
        return false;
    }
}
