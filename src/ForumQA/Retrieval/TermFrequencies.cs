using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>How common stems are in an index.</summary>
internal sealed class TermFrequencies(IndexSnapshot snapshot)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int PassageCount { get; } = snapshot.Passages.Count();

    /// <summary>Looks up several stems in one go.</summary>
    public void Load(IEnumerable<string> stems)
    {
        var missing = stems.Where(stem => !_counts.ContainsKey(stem)).Distinct(StringComparer.Ordinal).ToList();
        var counts = missing.Count > 0 ? snapshot.Words.CountPassagesWith(missing) : null;
        foreach (var stem in missing)
        {
            _counts[stem] = counts!.GetValueOrDefault(stem);
        }
    }

    /// <summary>In how many passages a stem stands.</summary>
    public int CountOf(string stem)
    {
        Load([stem]);
        return _counts[stem];
    }

    /// <summary>Inverse document frequency of a stem as in BM25 (Robertson and Zaragoza 2009), never negative.</summary>
    public double WeightOf(string stem) => Weight(CountOf(stem), PassageCount);

    /// <summary>That of a word in no passage: the most there is.</summary>
    public double HighestWeight => Weight(0, PassageCount);

    /// <summary>Inverse document frequency of something that stands in <paramref name="count"/> of <paramref name="total"/> passages.</summary>
    public static double Weight(double count, double total) => Math.Log(1 + ((total - count + 0.5) / (count + 0.5)));
}
