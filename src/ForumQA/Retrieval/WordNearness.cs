namespace ForumQA.Retrieval;

/// <summary>How near a sentence comes to each word of a question.</summary>
/// <param name="Words">The cosines, as <see cref="Models.Embedding.CloseReading.Nearness"/> says; at least one.</param>
/// <param name="Weights">How much each of them counts, 1 together.</param>
internal sealed record WordNearness(IReadOnlyList<double> Words, IReadOnlyList<double> Weights)
{
    /// <summary>The weighted mean.</summary>
    public double Mean { get; } = Words.Zip(Weights, (word, weight) => word * weight).Sum();

    /// <summary>Of the word that it comes least near to.</summary>
    public double Farthest { get; } = Words.Min();

    /// <summary>The mean of the third of the words that it comes least near to.</summary>
    public double FarthestThird { get; } = Words.Order().Take(Math.Max(1, Words.Count / 3)).Average();

    /// <summary>The nearest that several sentences come to each word.</summary>
    public static WordNearness Together(IReadOnlyList<WordNearness> sentences) =>
        new([.. Enumerable.Range(0, sentences[0].Words.Count).Select(word => sentences.Max(sentence => sentence.Words[word]))], sentences[0].Weights);
}
