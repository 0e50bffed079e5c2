namespace ForumQA;

/// <summary>A span <c>[Start, End)</c> of one document: the unit that is embedded and retrieved.</summary>
/// <remarks><c>document.Text[Start..End] == passage.Text</c>, always.</remarks>
public sealed record Passage
{
    /// <summary>Unique within an index; unchanged while its own words and its document's id are, whatever changes elsewhere in the document.</summary>
    public required string Id { get; init; }

    /// <summary>The <see cref="Document.Id"/> it belongs to.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Its place among the document's passages, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Where it starts in the document's text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends in the document's text, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>Its words, verbatim.</summary>
    public required string Text { get; init; }

    /// <summary>The headings it stands under, outermost first, joined by <c> › </c>; null when there are none.</summary>
    public string? Heading { get; init; }

    /// <summary>The page it starts on, from 1; null when the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>Whether a document, which may have changed since, has these words in this place.</summary>
    internal bool StandsIn(Document document) => End - Start == Text.Length && document.StandsAt(Text, Start);
}
