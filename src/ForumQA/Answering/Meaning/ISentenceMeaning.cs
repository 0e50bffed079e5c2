using ForumQA.Retrieval;

namespace ForumQA.Answering.Meaning;

/// <summary>Compares sentences with a question by meaning. Where the vectors come from is its own affair: made on the spot, or stored.</summary>
internal interface ISentenceMeaning
{
    /// <summary>The cosine of the question and each sentence, in the order of the sentences.</summary>
    /// <param name="question">The question's vector.</param>
    /// <param name="sentences">Few: whoever has to embed them pays for each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<double[]> CompareAsync(ReadOnlyMemory<float> question, IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken);
}
