namespace ForumQA.Storage;

/// <summary>Which of a question's stems a large index is searched for, so that not every passage with any of them is scored.</summary>
/// <remarks>
/// The rare ones find the passages, the common ones only add to their scores: a passage with none of the rare ones scores no more than the common
/// ones give, which is known beforehand (after H. Turtle and J. Flood, "Query evaluation: strategies and optimizations", 1995).
/// </remarks>
/// <param name="Rare">Those that find passages; empty when all of them must.</param>
/// <param name="Common">The others.</param>
/// <param name="Bound">More than passages score that have only common ones.</param>
internal sealed record BoundedSearch(IReadOnlyList<string> Rare, IReadOnlyList<string> Common, double Bound)
{
    /// <summary>Only so much of the work of scoring all is allowed for finding, which is done twice.</summary>
    private const double Share = 0.15;

    /// <summary>
    /// What a stem's inverse document frequency is multiplied by where it stands three times in a passage of average length (https://www.sqlite.org/fts5.html#the_bm25_function).
    /// In the limit it is 2.2; that all common words of a question stand so often where none of its rare ones does was met in none of 200 questions.
    /// </summary>
    private const double MostTimes = 1.6;

    /// <summary>What FTS5 gives to a stem in more than half of the passages.</summary>
    private const double LeastWeight = 1e-6;

    /// <param name="counts">In how many passages each stem stands; absent ones are left out.</param>
    /// <param name="passages">How many passages there are.</param>
    public static BoundedSearch Of(IReadOnlyDictionary<string, int> counts, int passages)
    {
        var ordered = counts.OrderBy(stem => stem.Value).ThenBy(stem => stem.Key, StringComparer.Ordinal).ToList();
        var allowed = counts.Values.Sum(count => (long)count) * Share;
        var rare = 0;
        for (var spent = 0L; rare < ordered.Count && (spent += ordered[rare].Value) <= allowed; rare++)
        {
        }

        return new BoundedSearch(
            [.. ordered.Take(rare).Select(stem => stem.Key)],
            [.. ordered.Skip(rare).Select(stem => stem.Key)],
            ordered.Skip(rare).Sum(stem => MostTimes * Math.Max(LeastWeight, Math.Log((passages - stem.Value + 0.5) / (stem.Value + 0.5)))));
    }
}
