using ForumQA.Answering.Bundles;
using ForumQA.Api.Records;
using ForumQA.Storage;

namespace ForumQA.Api.Conversations;

/// <summary>What has become of the quotations of a conversation since its answers were given.</summary>
/// <param name="Answers">The answers, oldest first.</param>
internal sealed record QuotationList(IReadOnlyList<AnswerQuotations> Answers)
{
    /// <summary>Looks every quotation up in the documents as they are now.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="store">The index.</param>
    public static QuotationList Of(IReadOnlyList<GivenAnswer> answers, IndexStore store)
    {
        var texts = answers.SelectMany(answer => answer.Citations).Select(citation => citation.DocumentId).Distinct()
            .ToDictionary(id => id, id => store.Documents.Find(id)?.Text, StringComparer.Ordinal);
        return new QuotationList([.. answers.Select(answer => new AnswerQuotations(
            answer.Id, [.. answer.Citations.Select(citation => QuotationNow.Of(QuotationCheck.Of(citation, texts[citation.DocumentId])))]))]);
    }
}

/// <summary>The quotations of an answer.</summary>
/// <param name="Id">The answer.</param>
/// <param name="Quotations">One for each of its citations.</param>
internal sealed record AnswerQuotations(string Id, IReadOnlyList<QuotationNow> Quotations);

/// <summary>A quotation now.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="State">Live where the citation says, moved within its document, changed (the document no longer has the words) or deleted with its document.</param>
/// <param name="Start">Where it stands now, in UTF-16 code units; null when it does not.</param>
internal sealed record QuotationNow(int Number, QuotationState State, int? Start)
{
    public static QuotationNow Of(QuotationCheck check) => new(check.Citation.Number, check.State, check.Start);
}
