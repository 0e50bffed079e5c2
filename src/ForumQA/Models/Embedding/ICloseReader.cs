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
    Task<CloseReading> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken);
}

/// <summary>A sentence to be read with what stands before it, which tells what its words mean.</summary>
/// <param name="Before">Title, heading and the sentence before; may be empty.</param>
/// <param name="Text">The sentence, whose words alone are compared.</param>
internal readonly record struct SentenceInContext(string Before, string Text);

/// <summary>What reading closely tells.</summary>
/// <param name="Tokens">The question's tokens as the model means them, each a vector of length 1; none for a question without any.</param>
/// <param name="Nearness">For each sentence, in their order, the cosine of each of these with the nearest of the sentence's tokens, -1 to 1.</param>
internal sealed record CloseReading(IReadOnlyList<float[]> Tokens, IReadOnlyList<IReadOnlyList<double>> Nearness);
