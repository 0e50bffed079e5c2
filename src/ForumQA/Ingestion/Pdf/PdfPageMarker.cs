using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Copies a page out of a PDF and marks the words that are quoted from it: a ground under them, so that they stay as they are printed, and a thin frame over the page, for a page may have grounds of its own.</summary>
internal static class PdfPageMarker
{
    /// <summary>Room around the letters, in points.</summary>
    private const double Margin = 1.5;

    /// <summary>The line of a frame, in points.</summary>
    private const double FrameWidth = 0.6;

    /// <summary>A quotation may go on where the page ends; fewer letters than these would mark anything.</summary>
    private const int FewestLetters = 12;

    /// <summary>Letters of one line stand less apart than this, as a share of their size.</summary>
    private const double SameLine = 0.5;

    /// <summary>A PDF of the one page with the words marked, or as it is where they cannot be found on it.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">The number of the page, from 1.</param>
    /// <param name="words">The words, as the reader read them.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Null when the page cannot be copied.</returns>
    public static byte[]? Mark(byte[] file, int page, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(words);
        try
        {
            var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(new PdfBudget(cancellationToken)) };
            using var document = PdfDocument.Open(file, options);
            if (page < 1 || page > document.NumberOfPages)
            {
                return null;
            }

            using var builder = new PdfDocumentBuilder();
            var boxes = Boxes(document.GetPage(page), words);
            var copy = builder.AddPage(document, page);
            if (boxes.Count > 0)
            {
                // The page's own content may be of several streams; after the last of them there is an empty one, in whose coordinates the page leaves nothing behind.
                copy.SelectContentStream(copy.ContentStreams.Count - 1);
                copy.SetStrokeColor(214, 148, 0);
                boxes.ForEach(box => Draw(copy, box, FrameWidth, fill: false));
                copy.SelectContentStream(0);
                copy.NewContentStreamBefore();
                copy.SetTextAndFillColor(252, 226, 130);
                copy.SetStrokeColor(252, 226, 130);
                boxes.ForEach(box => Draw(copy, box, 0.1, fill: true));

                // The page's own content comes next and begins in black.
                copy.ResetColor();
            }

            return builder.Build();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What can be read cannot always be written; the file itself is there to be shown.
            return null;
        }
    }

    private static void Draw(PdfPageBuilder page, PdfRectangle box, double width, bool fill) =>
        page.DrawRectangle(new PdfPoint(box.Left - Margin, box.Bottom - Margin), box.Width + (2 * Margin), box.Height + (2 * Margin), width, fill);

    /// <summary>The boxes of the lines in which the words stand. Letters and digits are compared and nothing else: how a page parts words is not how a text does.</summary>
    private static List<PdfRectangle> Boxes(Page page, string words)
    {
        // Turned pages are copied as they lie, their letters are told as they are read.
        if (page.Rotation.Value != 0)
        {
            return [];
        }

        var text = new StringBuilder();
        var letters = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            foreach (var c in Fold(letter.Value))
            {
                text.Append(c);
                letters.Add(letter);
            }
        }

        var (start, length) = Find(text.ToString(), Fold(words));
        return Lines(letters.Skip(start).Take(length));
    }

    /// <summary>Where the words stand, or as much of their beginning as does.</summary>
    private static (int Start, int Length) Find(string text, string words)
    {
        for (var length = words.Length; length >= Math.Min(FewestLetters, words.Length) && length > 0; length = length * 3 / 4)
        {
            var start = text.IndexOf(words[..length], StringComparison.Ordinal);
            if (start >= 0)
            {
                return (start, length);
            }
        }

        return (0, 0);
    }

    private static List<PdfRectangle> Lines(IEnumerable<Letter> letters)
    {
        var lines = new List<PdfRectangle>();
        Letter? before = null;
        foreach (var letter in letters)
        {
            var box = letter.BoundingBox;
            if (before is not null && Math.Abs(letter.StartBaseLine.Y - before.StartBaseLine.Y) < SameLine * letter.PointSize && box.Left >= lines[^1].Left)
            {
                var line = lines[^1];
                lines[^1] = new PdfRectangle(Math.Min(line.Left, box.Left), Math.Min(line.Bottom, box.Bottom), Math.Max(line.Right, box.Right), Math.Max(line.Top, box.Top));
            }
            else
            {
                lines.Add(box);
            }

            before = letter;
        }

        return lines;
    }

    private static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
