using System.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Puts accents that a file draws as characters of their own, as TeX does, onto the letters below them.</summary>
internal static class SpacingAccent
{
    private const string Spacing = "´`¨ˆ˜ˇ˚¸^~";
    private const string Combining = "\u0301\u0300\u0308\u0302\u0303\u030c\u030a\u0327\u0302\u0303";

    public static bool Is(PdfGlyph glyph) => glyph.Text.Length == 1 && Spacing.Contains(glyph.Text[0], StringComparison.Ordinal);

    /// <summary>The letter with the accent; null where the accent stands beside it.</summary>
    public static PdfGlyph? On(PdfGlyph letter, PdfGlyph accent)
    {
        var middle = accent.X + (accent.Width / 2);
        if (middle <= letter.X || middle >= letter.X + letter.Width || Math.Abs(letter.Y - accent.Y) > letter.Size
            || letter.Text.Length != 1 || !char.IsLetter(letter.Text[0]))
        {
            return null;
        }

        // A dotless i is one that waits for its accent.
        var below = letter.Text[0] is 'ı' ? "i" : letter.Text;
        return letter with { Text = (below + Combining[Spacing.IndexOf(accent.Text[0], StringComparison.Ordinal)]).Normalize(NormalizationForm.FormC) };
    }
}
