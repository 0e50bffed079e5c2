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
    /// Järvelin and Kekäläinen 2002 with linear gain and a discount of log2(rank + 1), as trec_eval computes ndcg_cut. Citations that share a
    /// passage are all credited with its rank, which can beat the ideal list of one citation a passage; that counts as 1.
    /// </remarks>
    public static double NdcgAt(int k, IReadOnlyList<int?> ranks, IReadOnlyList<int> relevances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(relevances.Count, ranks.Count, nameof(relevances));
        var gain = ranks.Zip(relevances).Sum(item => item.First <= k ? Discounted(item.Second, item.First.Value) : 0);
        var ideal = relevances.OrderDescending().Take(k).Select((relevance, i) => Discounted(relevance, i + 1)).Sum();
        return Math.Min(gain / ideal, 1);
    }

    private static double Discounted(int relevance, int rank) => relevance / Math.Log2(rank + 1);
}
