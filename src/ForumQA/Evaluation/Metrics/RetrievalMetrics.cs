namespace ForumQA.Evaluation.Metrics;

/// <summary>How well a ranking brings up the gold evidence. The definitions are TREC's, as BEIR uses them (Thakur et al. 2021).</summary>
/// <remarks>
/// What is sought are gold citations: each takes the rank of the first passage that carries it. Where every passage carries one at most,
/// these are the usual definitions; where one passage carries several, each of them counts.
/// </remarks>
internal static class RetrievalMetrics
{
    /// <summary>The share of gold citations that one of the first <paramref name="k"/> passages carries.</summary>
    /// <param name="ranks">For each gold citation the rank from 1 of the first passage that carries it; null when none does. Not empty.</param>
    /// <param name="k">How deep to look.</param>
    public static double RecallAt(int k, IReadOnlyList<int?> ranks) => (double)ranks.Count(rank => rank <= k) / ranks.Count;

    /// <summary>One over the rank of the first passage that carries any gold citation; 0 when none does.</summary>
    /// <param name="ranks">As for <see cref="RecallAt"/>.</param>
    public static double ReciprocalRank(IReadOnlyList<int?> ranks) => ranks.Min() is { } first ? 1.0 / first : 0;

    /// <summary>Normalised discounted cumulative gain of the first <paramref name="k"/> passages, 0 to 1.</summary>
    /// <param name="k">How deep to look.</param>
    /// <param name="ranks">As for <see cref="RecallAt"/>.</param>
    /// <param name="relevances">The relevance of each gold citation.</param>
    /// <remarks>
    /// Järvelin and Kekäläinen 2002 with linear gain and a discount of log2(rank + 1), as trec_eval computes ndcg_cut. A passage gains the
    /// relevance of every citation that it is the first to carry; the ideal has the same passages best first, and one more for each
    /// citation that was not found.
    /// </remarks>
    public static double NdcgAt(int k, IReadOnlyList<int?> ranks, IReadOnlyList<int> relevances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(relevances.Count, ranks.Count, nameof(relevances));
        var items = ranks.Zip(relevances, (rank, relevance) => (Rank: rank, Relevance: relevance)).ToList();
        var found = items.Where(item => item.Rank is not null).GroupBy(item => item.Rank!.Value, item => item.Relevance).ToList();
        var gains = found.Select(passage => passage.Sum()).Concat(items.Where(item => item.Rank is null).Select(item => item.Relevance));
        var ideal = gains.OrderDescending().Take(k).Select((gain, i) => Discounted(gain, i + 1)).Sum();
        return found.Where(passage => passage.Key <= k).Sum(passage => Discounted(passage.Sum(), passage.Key)) / ideal;
    }

    private static double Discounted(int gain, int rank) => gain / Math.Log2(rank + 1);
}
