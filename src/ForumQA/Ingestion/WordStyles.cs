using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ForumQA.Ingestion;

/// <summary>What the paragraph styles of a Word document mean.</summary>
internal sealed class WordStyles
{
    /// <summary>Word has nine heading levels; a longer chain of styles can only be a circle.</summary>
    private const int LongestChain = 16;

    private readonly Dictionary<string, Style> _styles;

    public WordStyles(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [];
        _styles = styles.Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value).ToDictionary(s => s.StyleId!.Value!, StringComparer.Ordinal);
    }

    public bool IsTitle(Paragraph paragraph) => Names(paragraph).Contains("title", StringComparer.OrdinalIgnoreCase);

    /// <summary>The level of a heading, from 1; null for other paragraphs.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } direct and < 9)
        {
            return direct + 1;
        }

        foreach (var style in Chain(paragraph))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9)
            {
                return outline + 1;
            }
        }

        // The names of built-in styles are English in every language of Word; their ids are not.
        return Names(paragraph)
            .Where(n => n.StartsWith("heading", StringComparison.OrdinalIgnoreCase))
            .Select(n => int.TryParse(n.AsSpan("heading".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : (int?)null)
            .FirstOrDefault(level => level is >= 1 and <= 9);
    }

    public bool IsListItem(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.NumberingProperties is { } numbering
            ? numbering.NumberingId?.Val?.Value is not 0
            : Chain(paragraph).Any(s => s.StyleParagraphProperties?.NumberingProperties is not null);

    /// <summary>The list it is an item of, and how deep; null when it is none, or of a list that only its style names.</summary>
    public (int List, int Level)? Numbering(Paragraph paragraph)
    {
        var places = Chain(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).Prepend(paragraph.ParagraphProperties?.NumberingProperties).OfType<NumberingProperties>().ToList();
        return places.Select(place => place.NumberingId?.Val?.Value).FirstOrDefault(id => id is not null) is { } list
            ? (list, places.Select(place => place.NumberingLevelReference?.Val?.Value).FirstOrDefault(level => level is not null) ?? 0)
            : null;
    }

    private IEnumerable<string> Names(Paragraph paragraph) =>
        Chain(paragraph).Select(s => s.StyleName?.Val?.Value).OfType<string>().Append(StyleId(paragraph) ?? string.Empty);

    /// <summary>The paragraph's style and those it is based on.</summary>
    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = StyleId(paragraph);
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static string? StyleId(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
}
