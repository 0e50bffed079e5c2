using ForumQA.Answering.Bundles;

namespace ForumQA.Cli.Json;

/// <summary>What <c>verify --json</c> prints.</summary>
internal sealed record VerificationJson(string Bundle, string Against, bool Ok, IReadOnlyList<QuotationJson> Quotations);

/// <summary>A quotation as it was found again.</summary>
internal sealed record QuotationJson(int Number, string DocumentId, QuotationState State, int CitedStart, int? Start, string? Note)
{
    public static QuotationJson From(QuotationCheck check) => new(
        check.Citation.Number, check.Citation.DocumentId, check.State, check.Citation.Start, check.Start, check.Note);
}
