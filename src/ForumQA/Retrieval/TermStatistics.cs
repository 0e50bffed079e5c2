namespace ForumQA.Retrieval;

/// <summary>How common the words of a question are in the index.</summary>
/// <param name="PassageCount">Passages in the index.</param>
/// <param name="PassagesWith">For each stem of the question, in how many of them it stands; absent ones are left out.</param>
internal sealed record TermStatistics(int PassageCount, IReadOnlyDictionary<string, int> PassagesWith)
{
    /// <summary>Inverse document frequency as in BM25 (Robertson and Zaragoza 2009), never negative.</summary>
    public double InverseFrequency(string stem) => InverseFrequency(PassagesWith.GetValueOrDefault(stem));

    /// <summary>That of a word in no passage: the most there is.</summary>
    public double HighestInverseFrequency => InverseFrequency(0);

    private double InverseFrequency(int passages) => Math.Log(1 + ((PassageCount - passages + 0.5) / (passages + 0.5)));
}
