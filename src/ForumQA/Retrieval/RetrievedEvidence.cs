namespace ForumQA.Retrieval;

/// <summary>What was found for a question, with the question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Evidence">The passages, best first.</param>
internal sealed record RetrievedEvidence(Question Question, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The question's vector; empty when vectors were not searched.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
