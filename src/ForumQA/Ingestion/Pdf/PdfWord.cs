using System.Globalization;
using System.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Characters that stand together on a line.</summary>
internal sealed class PdfWord
{
    /// <summary>A base line raised by this share of the font's height, in a smaller font, is a superscript's.</summary>
    private const double Raised = 0.2;

    private readonly List<PdfGlyph> _glyphs = [];

    public PdfWord(PdfGlyph first)
    {
        (Left, Right, Y, Size) = (first.X, first.X + first.Width, first.Y, first.Size);
        _glyphs.Add(first);
    }

    public double Left { get; private set; }

    public double Right { get; private set; }

    /// <summary>The base line of its tallest characters.</summary>
    public double Y { get; private set; }

    /// <summary>The height of its tallest characters.</summary>
    public double Size { get; private set; }

    /// <summary>Whether the file writes a blank after it.</summary>
    public bool IsClosed { get; set; }

    public int Length => _glyphs.Count;

    /// <summary>The character added last; may be replaced by itself with an accent.</summary>
    public PdfGlyph Last
    {
        get => _glyphs[^1];
        set => _glyphs[^1] = value;
    }

    public bool IsRightToLeft => _glyphs.Any(g => IsRightToLeftLetter(g.Text));

    /// <summary>Whether it has letters and they run to the right; a number has no direction of its own.</summary>
    public bool IsLeftToRight => !IsRightToLeft && _glyphs.Any(g => g.Text.Any(char.IsLetter));

    public void Add(PdfGlyph glyph)
    {
        _glyphs.Add(glyph);
        Left = Math.Min(Left, glyph.X);
        Right = Math.Max(Right, glyph.X + glyph.Width);
        if (glyph.Size > Size * 1.05)
        {
            (Size, Y) = (glyph.Size, glyph.Y);
        }
    }

    public void RemoveLast() => _glyphs.RemoveAt(_glyphs.Count - 1);

    public void Add(PdfWord next)
    {
        next._glyphs.ForEach(Add);
        IsClosed |= next.IsClosed;
    }

    /// <summary>Its characters in reading order; ligatures as letters, raised figures as superscripts, so that 10² does not become 102.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var glyph in IsRightToLeft ? Reversed() : _glyphs)
        {
            var raised = Y - glyph.Y > Size * Raised && glyph.Size < Size * 0.85;
            foreach (var c in glyph.Text)
            {
                text.Append(c switch
                {
                    >= '\ufb00' and <= '\ufb06' or >= '\ufb1d' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc' => c.ToString().Normalize(NormalizationForm.FormKC),
                    >= '0' and <= '9' when raised => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'].ToString(),
                    _ => c.ToString(),
                });
            }
        }

        return text.ToString();
    }

    public static bool IsRightToLeftLetter(string text) =>
        text.Any(c => c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc')
            && char.GetUnicodeCategory(c) is not UnicodeCategory.DecimalDigitNumber);

    /// <summary>From right to left; characters that stand in one place keep their order.</summary>
    private IEnumerable<PdfGlyph> Reversed() => _glyphs.OrderByDescending(g => g.X + g.Width);
}
