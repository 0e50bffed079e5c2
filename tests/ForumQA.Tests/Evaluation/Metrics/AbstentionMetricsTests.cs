using ForumQA.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class AbstentionMetricsTests
{
    [Fact]
    public void Auroc_is_the_share_of_pairs_in_the_right_order()
    {
        // Positives .9 .5 .4, negatives .6 .4: of six pairs .9 wins two, .5 one, .4 ties one.
        Assert.Equal(3.5 / 6, AbstentionMetrics.Auroc([(0.9, true), (0.5, true), (0.4, true), (0.6, false), (0.4, false)])!.Value, 12);
        Assert.Equal(1, AbstentionMetrics.Auroc([(0.9, true), (0.1, false)]));
        Assert.Equal(0.5, AbstentionMetrics.Auroc([(0.3, true), (0.3, false)]));
    }

    [Fact]
    public void Auroc_needs_both_kinds()
    {
        Assert.Null(AbstentionMetrics.Auroc([(0.9, true)]));
        Assert.Null(AbstentionMetrics.Auroc([]));
    }

    [Fact]
    public void Auroc_of_the_opposite_is_what_is_left_to_one() =>
        Prop.ForAll<NonEmptyArray<(byte, bool)>>(array =>
        {
            var cases = array.Get.Select(pair => ((double)pair.Item1, pair.Item2)).ToList();
            var auroc = AbstentionMetrics.Auroc(cases);
            return auroc is null || Math.Abs(auroc.Value + AbstentionMetrics.Auroc(cases.Select(pair => (pair.Item1, !pair.Item2)))!.Value - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Risk_coverage_gives_the_most_certain_first_and_ties_together()
    {
        // Four of five questions were answered: right at .9, wrong and right at .8, wrong at .1.
        var curve = AbstentionMetrics.RiskCoverage([(0.1, false), (0.8, false), (0.9, true), (0.8, true)], cases: 5);

        Assert.Equal(
        [
            new RiskCoveragePoint(0.9, 0.2, 0),
            new RiskCoveragePoint(0.8, 0.6, 1.0 / 3),
            new RiskCoveragePoint(0.1, 0.8, 0.5),
        ], curve);
    }

    [Fact]
    public void Risk_coverage_of_no_answers_is_empty() => Assert.Empty(AbstentionMetrics.RiskCoverage([], cases: 5));
}
