using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>The passages that the legs propose, each leg's scores brought to 0 to 1.</summary>
internal sealed class CandidateScores
{
    private readonly List<long> _rows = [];
    private readonly Dictionary<long, double> _words = [];
    private readonly Dictionary<long, double> _vectors = [];
    private readonly Dictionary<long, double> _products = [];

    /// <param name="words">What full text found, best first.</param>
    public CandidateScores(IReadOnlyList<ScoredRow> words)
    {
        foreach (var (row, score) in words)
        {
            _rows.Add(row);
            _words[row] = words[0].Score > 0 ? Math.Max(0, score / words[0].Score) : 0;
        }
    }

    /// <summary>The passages' rows, each once.</summary>
    public IReadOnlyList<long> Rows => _rows;

    /// <summary>Adds what the vectors found; a product of 0 or less is no find.</summary>
    public void AddVectors(IEnumerable<ScoredRow> found) =>
        _rows.AddRange(found.Where(scored => scored.Score > 0 && !_words.ContainsKey(scored.Row)).Select(scored => scored.Row));

    /// <summary>Takes each passage's inner product with the question.</summary>
    /// <param name="scores">In the order of <see cref="Rows"/>; null for a passage that has no vector yet.</param>
    public void SetVectorScores(IReadOnlyList<double?> scores)
    {
        // Neural models give all passages of a corpus much the same cosine; what tells them apart is the distance from the worst.
        var present = scores.OfType<double>().ToList();
        var (lowest, highest) = present.Count == 0 ? (0, 0) : (present.Min(), present.Max());

        // A passage that still waits for its vector is taken for one of the middle: its words decide.
        var middle = present.Count == 0 ? 0 : present.Average();
        for (var i = 0; i < scores.Count; i++)
        {
            _products[_rows[i]] = scores[i] ?? middle;
            _vectors[_rows[i]] = highest > lowest ? ((scores[i] ?? middle) - lowest) / (highest - lowest) : 0;
        }
    }

    /// <summary>BM25 over the best one's; 0 for passages that full text did not propose.</summary>
    public double WordScoreOf(long row) => _words.GetValueOrDefault(row);

    /// <summary>The inner product with the question itself, which means the same for every question.</summary>
    public double ProductOf(long row) => _products.GetValueOrDefault(row);

    /// <summary>0 for the candidate farthest from the question to 1 for the nearest.</summary>
    public double VectorScoreOf(long row) => _vectors.GetValueOrDefault(row);
}
