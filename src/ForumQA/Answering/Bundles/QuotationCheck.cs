namespace ForumQA.Answering.Bundles;

/// <summary>What has become of a quotation.</summary>
internal enum QuotationState
{
    /// <summary>It stands where the citation says.</summary>
    Live,

    /// <summary>It stands in the document, word for word, but at another place.</summary>
    Moved,

    /// <summary>The document no longer has these words.</summary>
    Changed,

    /// <summary>There is no such document.</summary>
    Deleted,
}

/// <summary>A quotation as it was found again.</summary>
/// <param name="Citation">What was cited.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Start">Where it stands now, in UTF-16 code units; null when it does not.</param>
/// <param name="Note">What else there is to say, such as a document that cannot be read; null for nothing.</param>
internal sealed record QuotationCheck(Citation Citation, QuotationState State, int? Start, string? Note = null)
{
    /// <summary>Whether the document still says it, word for word.</summary>
    public bool Holds => State is QuotationState.Live or QuotationState.Moved;

    /// <summary>Looks for a quotation in a document.</summary>
    /// <param name="citation">What was cited.</param>
    /// <param name="text">The document's canonical text now; null when there is no such document.</param>
    public static QuotationCheck Of(Citation citation, string? text)
    {
        ArgumentNullException.ThrowIfNull(citation);
        if (text is null)
        {
            return new QuotationCheck(citation, QuotationState.Deleted, null);
        }

        if (citation.StandsIn(text))
        {
            return new QuotationCheck(citation, QuotationState.Live, citation.Start);
        }

        return FindNearest(citation, text) is { } nearest
            ? new QuotationCheck(citation, QuotationState.Moved, nearest)
            : new QuotationCheck(citation, QuotationState.Changed, null);
    }

    /// <summary>Where the words stand; of several places the one nearest to the old.</summary>
    private static int? FindNearest(Citation citation, string text)
    {
        int? nearest = null;
        var next = citation.Quotation.Length == 0 ? -1 : text.IndexOf(citation.Quotation, StringComparison.Ordinal);
        while (next >= 0 && (nearest is null || Math.Abs(next - citation.Start) < Math.Abs(nearest.Value - citation.Start)))
        {
            nearest = next;
            next = text.IndexOf(citation.Quotation, next + 1, StringComparison.Ordinal);
        }

        return nearest;
    }
}
