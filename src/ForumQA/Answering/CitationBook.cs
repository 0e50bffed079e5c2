using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>The citations of one answer, the only place that makes them. Not safe for many threads.</summary>
/// <remarks>Numbers count from 1 in the order of first use; the same quotation keeps its number. A citation says of headings and page what its own words stand under: a passage may span several.</remarks>
internal sealed class CitationBook
{
    private readonly Dictionary<(string Document, int Start, int End), int> _numbers = [];

    /// <summary>The citation of a place of a document, which the caller has checked.</summary>
    /// <param name="document">The document.</param>
    /// <param name="passageId">The passage that was retrieved.</param>
    /// <param name="span">The words quoted, in the document's text.</param>
    /// <param name="isCorrected">Whether a model named another passage.</param>
    public Citation Cite(Document document, string passageId, TextSpan span, bool isCorrected = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Citation
        {
            Number = NumberOf((document.Id, span.Start, span.End)),
            DocumentId = document.Id,
            DocumentTitle = document.Title,
            DocumentUri = document.Uri,
            PassageId = passageId,
            Quotation = span.Of(document.Text).ToString(),
            Start = span.Start,
            End = span.End,
            Heading = document.FindHeadings(span.Start),
            Page = document.FindPage(span.Start),
            Corrected = isCorrected,
        };
    }

    /// <summary>A citation of another answer as it stands in this one.</summary>
    public Citation Take(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation with { Number = NumberOf((citation.DocumentId, citation.Start, citation.End)) };
    }

    private int NumberOf((string Document, int Start, int End) place)
    {
        if (!_numbers.TryGetValue(place, out var number))
        {
            _numbers[place] = number = _numbers.Count + 1;
        }

        return number;
    }
}
