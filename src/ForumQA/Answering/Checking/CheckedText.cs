namespace ForumQA.Answering.Checking;

/// <summary>A text that was checked against the documents, sentence by sentence.</summary>
/// <param name="Text">The text; offsets of <paramref name="Claims"/> point into it.</param>
/// <param name="Claims">Its sentences in order, those that claim nothing too.</param>
public sealed record CheckedText(string Text, IReadOnlyList<CheckedClaim> Claims)
{
    /// <summary>The citations of all claims, of what contradicts them too, each once, by number.</summary>
    public IReadOnlyList<Citation> Citations =>
        [.. Claims.SelectMany(claim => claim.Citations.Concat(claim.Conflicts.Select(conflict => conflict.Citation))).DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number)];

    /// <summary>How many claims have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(ClaimVerdict verdict) => Claims.Count(claim => claim.Verdict == verdict);
}
