namespace ForumQA.Retrieval;

/// <summary>The passages that both legs propose for a question, in no order.</summary>
/// <param name="Passages">The passages.</param>
/// <param name="Features">Of each passage, by <see cref="PassageFeature"/>.</param>
/// <param name="Scores">What each leg made of them.</param>
internal sealed record CandidateSet(IReadOnlyList<CandidatePassage> Passages, double[][] Features, CandidateScores Scores)
{
    /// <summary>The question's vector; empty when vectors were not searched.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>What the best vector score adds to the score of a passage.</summary>
    public double VectorWeight { get; init; }
}
