namespace ForumQA.Models.Embedding;

/// <summary>
/// Reads sentences beside a question and compares them word by word by meaning, which costs the model a run for each sentence: late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020).
/// A generator that has such a model gives it as a service.
/// </summary>
internal interface ICloseReader
{
    /// <summary>How near any word of a sentence comes to each word of the question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentences">The sentences.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>For each sentence, in their order, the cosine of each of the question's tokens with the nearest of the sentence's, -1 to 1; of one length for all, which is 0 for a question without any token.</returns>
    Task<IReadOnlyList<IReadOnlyList<double>>> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken);
}

/// <summary>A sentence to be read with what stands before it, which tells what its words mean.</summary>
/// <param name="Before">Title, heading and the sentence before; may be empty.</param>
/// <param name="Text">The sentence, whose words alone are compared.</param>
internal readonly record struct SentenceInContext(string Before, string Text);
