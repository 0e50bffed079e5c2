using System.Security.Cryptography;
using System.Text;

namespace ForumQA;

/// <summary>One source: what it is called, where it came from and its canonical text.</summary>
/// <remarks>Every offset in ForumQA points into <see cref="Text"/> and counts UTF-16 code units.</remarks>
public sealed record Document
{
    /// <summary>Unique within a corpus and stable between runs: the path relative to the corpus folder, with forward slashes.</summary>
    public required string Id { get; init; }

    /// <summary>What a reader would call the document; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Where a reader finds the original: the <c>uri</c> or <c>url</c> of its front matter, else its <see cref="Id"/>.</summary>
    public required string Uri { get; init; }

    /// <summary>The canonical text: plain, without markup, lines ended by <c>\n</c>, blocks parted by an empty line.</summary>
    public required string Text { get; init; }

    /// <summary>What else is known of the document (event, date, publisher, ...), by name in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headings in the order of the text. Their lines are part of <see cref="Text"/>.</summary>
    public IReadOnlyList<DocumentHeading> Headings { get; init; } = [];

    /// <summary>Pages in the order of the text; empty when the format has none.</summary>
    public IReadOnlyList<DocumentPage> Pages { get; init; } = [];

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The headings that a place in the text stands under, outermost first, joined by <c> › </c>; null when there are none. The title is not repeated.</summary>
    /// <param name="offset">In UTF-16 code units.</param>
    public string? FindHeadings(int offset)
    {
        var path = new List<DocumentHeading>();
        foreach (var heading in Headings.TakeWhile(heading => heading.Start <= offset))
        {
            path.RemoveAll(outer => outer.Level >= heading.Level);
            path.Add(heading);
        }

        return JoinHeadings(path.Select(heading => heading.Title));
    }

    /// <summary>The page that a place in the text is on, from 1; null when the format has none.</summary>
    /// <param name="offset">In UTF-16 code units.</param>
    public int? FindPage(int offset) => Pages.TakeWhile(page => page.Start <= offset).LastOrDefault()?.Number;

    /// <summary>Whether these words stand in this place, to the letter. What every passage and every citation is held to; false for no words.</summary>
    /// <param name="quotation">The words.</param>
    /// <param name="start">Where they should start, in UTF-16 code units; any number.</param>
    public bool StandsAt(string quotation, int start) => StandsAt(Text, quotation, start);

    /// <summary>The same of a canonical text whose document is not at hand.</summary>
    internal static bool StandsAt(string text, string quotation, int start)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quotation);
        return quotation.Length > 0
            && start >= 0
            && start <= text.Length - quotation.Length
            && text.AsSpan(start, quotation.Length).SequenceEqual(quotation);
    }

    /// <summary>Joins headings into one line, without what only repeats the title.</summary>
    internal string? JoinHeadings(IEnumerable<string> titles)
    {
        var path = string.Join(" › ", titles.SkipWhile(title => title == Title));
        return path.Length == 0 ? null : path;
    }
}

/// <summary>A heading of a document.</summary>
/// <param name="Start">Where its line starts in the canonical text.</param>
/// <param name="End">Where its line ends, without the line break.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Title">Its words.</param>
public sealed record DocumentHeading(int Start, int End, int Level, string Title);

/// <summary>A page of a document.</summary>
/// <param name="Start">Where the page starts in the canonical text.</param>
/// <param name="Number">As a reader counts: the first page is 1.</param>
public sealed record DocumentPage(int Start, int Number);
