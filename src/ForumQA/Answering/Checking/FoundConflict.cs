using ForumQA.Answering.Verification;

namespace ForumQA.Answering.Checking;

/// <summary>What a sentence of a document has in place of what was claimed.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Claimed">The claim's words; null when it has none there.</param>
/// <param name="Stated">The document's words; null when it has none there.</param>
/// <param name="Source">The sentence.</param>
internal sealed record FoundConflict(ConflictKind Kind, string? Claimed, string? Stated, QuotableSentence Source);
