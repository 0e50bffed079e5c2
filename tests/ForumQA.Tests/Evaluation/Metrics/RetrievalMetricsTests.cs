using ForumQA.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class RetrievalMetricsTests
{
    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(3, 0.5)]
    [InlineData(10, 0.75)]
    public void Recall_counts_the_evidence_found_so_deep(int k, double recall) =>
        Assert.Equal(recall, RetrievalMetrics.RecallAt(k, [1, 3, 4, null]));

    [Fact]
    public void Reciprocal_rank_is_that_of_the_first_evidence()
    {
        Assert.Equal(0.5, RetrievalMetrics.ReciprocalRank([4, 2, null]));
        Assert.Equal(0, RetrievalMetrics.ReciprocalRank([null, null]));
    }

    [Fact]
    public void Ndcg_agrees_with_a_computation_by_hand()
    {
        // Gains 1 at rank 1 and 1 at rank 3: 1 + 1/log2(4) = 1.5; ideal: 1 + 1/log2(3) = 1.6309...
        Assert.Equal(1.5 / (1 + (1 / Math.Log2(3))), RetrievalMetrics.NdcgAt(10, [3, 1], [1, 1]), 12);

        // Relevance 1 at rank 1, 3 at rank 2: 1 + 3/log2(3); ideal: 3 + 1/log2(3).
        Assert.Equal((1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3))), RetrievalMetrics.NdcgAt(10, [1, 2], [1, 3]), 12);
    }

    [Fact]
    public void Ndcg_is_perfect_when_one_passage_carries_all() => Assert.Equal(1, RetrievalMetrics.NdcgAt(10, [1, 1, 1], [1, 2, 1]), 12);

    [Fact]
    public void Ndcg_looks_no_deeper_than_asked() => Assert.Equal(0, RetrievalMetrics.NdcgAt(10, [11], [1]));

    [Fact]
    public void Ndcg_is_between_0_and_1_and_never_rises_when_evidence_sinks() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>>(array =>
        {
            var ranks = array.Get.Select(rank => (int?)rank.Get).ToList();
            var relevances = array.Get.Select(rank => (rank.Get % 3) + 1).ToList();
            var now = RetrievalMetrics.NdcgAt(10, ranks, relevances);
            var sunk = RetrievalMetrics.NdcgAt(10, [null, .. ranks.Skip(1)], relevances);
            return now is >= 0 and <= 1 + 1e-12 && sunk <= now + 1e-12;
        }).QuickCheckThrowOnFailure();
}
