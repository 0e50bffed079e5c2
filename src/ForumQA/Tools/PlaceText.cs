using ForumQA.Retrieval;

namespace ForumQA.Tools;

/// <summary>Says where in the corpus something stands, the same way in every result: for people, and for the next call.</summary>
internal static class PlaceText
{
    /// <summary>What stands between headings, see <see cref="Passage.Heading"/>.</summary>
    private const string Separator = " › ";

    /// <summary>Such as <c>[1] The harbour › Opening, page 3</c>.</summary>
    public static string Head(int number, string documentTitle, string? heading, int? page) =>
        $"[{number}] {documentTitle}{BelowTitle(heading, documentTitle)}{(page is null ? "" : $", page {page}")}";

    public static string Head(int number, Evidence evidence) => Head(number, evidence.DocumentTitle, evidence.Passage.Heading, evidence.Passage.Page);

    /// <summary>Such as <c>document harbour.md, characters 120-190, https://example.org/harbour</c>.</summary>
    public static string Of(string documentId, string documentUri, int start, int end) =>
        $"document {documentId}, characters {start}-{end}{(documentUri == documentId ? "" : $", {documentUri}")}";

    public static string Of(Evidence evidence) => Of(evidence.Passage.DocumentId, evidence.DocumentUri, evidence.Passage.Start, evidence.Passage.End);

    /// <summary>The headings without the outermost one where that is the document's title, as in most Markdown and HTML.</summary>
    private static string BelowTitle(string? heading, string title)
    {
        if (heading is null || heading == title)
        {
            return "";
        }

        return Separator + (heading.StartsWith(title + Separator, StringComparison.Ordinal) ? heading[(title.Length + Separator.Length)..] : heading);
    }
}
