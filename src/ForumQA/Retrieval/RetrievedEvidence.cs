namespace ForumQA.Retrieval;

/// <summary>What was found for a question, with what was searched for.</summary>
/// <param name="Question">The question as it was read and corrected.</param>
/// <param name="Evidence">The passages, best first.</param>
internal sealed record RetrievedEvidence(AnalyzedQuestion Question, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The question's vector; empty when vectors were not searched.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
