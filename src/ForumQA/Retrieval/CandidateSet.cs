using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>The passages that both legs propose for a question, in no order.</summary>
/// <param name="Passages">The passages.</param>
/// <param name="Features">Of each passage, by <see cref="PassageFeature"/>.</param>
/// <param name="Scores">What each leg made of them.</param>
internal sealed record CandidateSet(IReadOnlyList<CandidatePassage> Passages, double[][] Features, CandidateScores Scores)
{
    /// <summary>The question's vector; empty when vectors were not searched.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>What the best vector score adds to the score of a passage where meaning does not rank: nothing where the model does not understand the passages.</summary>
    public double VectorWeight { get; init; }

    /// <summary>How near each sentence of the passages is to the question, by row; null when meaning does not rank.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<SentenceScore>>? Sentences { get; init; }
}
