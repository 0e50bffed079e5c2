using ForumQA.Text;

namespace ForumQA.Evaluation.Cases;

/// <summary>Where a case's gold citations stand in the corpus.</summary>
/// <param name="Items">One for each gold citation, in order.</param>
internal sealed record GoldEvidence(IReadOnlyList<GoldItem> Items)
{
    /// <param name="citations">The gold citations.</param>
    /// <param name="findText">A document's canonical text by id; null when there is none.</param>
    /// <param name="complain">Told what is wrong and what to do about it.</param>
    public static GoldEvidence Locate(IReadOnlyList<GoldCitation> citations, Func<string, string?> findText, Action<string> complain)
    {
        var items = new List<GoldItem>(citations.Count);
        foreach (var citation in citations)
        {
            if (findText(citation.Document) is not { } text)
            {
                complain($"There is no document '{citation.Document}' in the index. Correct the name, or index the corpus these cases are about.");
                continue;
            }

            List<TextSpan> spans = citation.Quotation is { } quotation ? FindAll(text, quotation) : [new TextSpan(0, text.Length)];
            if (spans.Count == 0)
            {
                complain($"The quotation does not stand in '{citation.Document}': \"{citation.Quotation}\". Copy it from the text that is indexed, letter by letter.");
                continue;
            }

            items.Add(new GoldItem(citation.Document, spans, citation.Relevance));
        }

        return new GoldEvidence(items);
    }

    private static List<TextSpan> FindAll(string text, string quotation)
    {
        var spans = new List<TextSpan>();
        for (var at = text.IndexOf(quotation, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quotation, at + 1, StringComparison.Ordinal))
        {
            spans.Add(new TextSpan(at, at + quotation.Length));
        }

        return spans;
    }
}

/// <summary>One gold citation with the places where its quotation stands.</summary>
/// <param name="DocumentId">The <see cref="Document.Id"/>.</param>
/// <param name="Spans">Every place, in the order of the text; the whole document when any part of it will do.</param>
/// <param name="Relevance">How relevant it is.</param>
internal sealed record GoldItem(string DocumentId, IReadOnlyList<TextSpan> Spans, int Relevance)
{
    /// <summary>Whether a span of a document carries this evidence: it shares at least half of the shorter of the two with a place of the quotation.</summary>
    /// <remarks>Half, so that a neighbouring sentence that touches the quotation with a word does not count.</remarks>
    public bool IsCarriedBy(string documentId, int start, int end) =>
        documentId == DocumentId
        && Spans.Any(span => 2 * (Math.Min(end, span.End) - Math.Max(start, span.Start)) is var shared && shared > 0 && shared >= Math.Min(end - start, span.Length));
}
