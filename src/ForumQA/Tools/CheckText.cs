using ForumQA.Answering.Checking;

namespace ForumQA.Tools;

/// <summary>Writes a checked text for a language model: the counts, then each claim with its verdict, then what they rest on.</summary>
internal static class CheckText
{
    public static string Of(CheckedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var checkedClaims = text.Claims.Where(claim => claim.Verdict != ClaimVerdict.NothingToCheck).ToList();
        return string.Join("\n\n", new[]
        {
            $"Supported: {text.Count(ClaimVerdict.Supported)}. In part: {text.Count(ClaimVerdict.Partial)}. Contradicted: {text.Count(ClaimVerdict.Contradicted)}. Not found: {text.Count(ClaimVerdict.NotFound)}."
                + (checkedClaims.Count == 0 ? " The text claims nothing that documents could say." : ""),
            string.Join('\n', checkedClaims.Select(Claim)),
            string.Join('\n', text.Citations.Select(AnswerText.Source)),
        }.Where(part => part.Length > 0));
    }

    private static string Claim(CheckedClaim claim)
    {
        var markers = string.Concat(claim.Citations.Select(citation => $"[{citation.Number}]"));
        var unmatched = claim.UnmatchedTerms.Count > 0 ? $" In no document: {string.Join(", ", claim.UnmatchedTerms)}." : "";
        var conflicts = string.Concat(claim.Conflicts.Select(conflict => $" {Describe(conflict)} [{conflict.Citation.Number}]."));
        return $"{Name(claim.Verdict)}: {claim.Text} {markers}".TrimEnd() + unmatched + conflicts;
    }

    private static string Describe(Conflict conflict) => conflict switch
    {
        { Claimed: { } claimed, Stated: { } stated } => $"The document has '{stated}', not '{claimed}'",
        { Stated: { } stated } => $"The document denies it ('{stated}')",
        { Claimed: { } claimed } => $"The document says it without '{claimed}'",
        _ => "The document says the contrary",
    };

    private static string Name(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Supported => "Supported",
        ClaimVerdict.Partial => "Supported in part",
        ClaimVerdict.Contradicted => "Contradicted",
        _ => "Not found",
    };
}
