using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>Adds to the features of passages what was found by comparing them with the question by meaning.</summary>
internal static class PassageMeaningReader
{
    /// <param name="features">Of each passage, by <see cref="PassageFeature"/>.</param>
    /// <param name="products">The passages' cosines.</param>
    /// <param name="sentences">Those of their sentences; none where a passage has no vectors yet.</param>
    public static void Read(double[][] features, IReadOnlyList<double> products, IReadOnlyList<IReadOnlyList<SentenceScore>> sentences)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(sentences);

        // A passage that still waits for its vectors is taken for one of the middle: its words decide.
        var middle = sentences.Where(scores => scores.Count > 0).Select(Highest).DefaultIfEmpty().Average();
        for (var i = 0; i < features.Length; i++)
        {
            features[i][(int)PassageFeature.Meaning] = products[i];
            features[i][(int)PassageFeature.SentenceMeaning] = sentences[i].Count > 0 ? Highest(sentences[i]) : middle;
        }
    }

    private static double Highest(IReadOnlyList<SentenceScore> scores) => scores.Max(score => score.Score);
}
