using ForumQA.Evaluation.Calibration;

namespace ForumQA.Tests.Evaluation.Calibration;

public sealed class BinomialBoundTests
{
    // Clopper and Pearson's table, one-sided 95 %.
    [Theory]
    [InlineData(0, 10, 0.2589)]
    [InlineData(0, 59, 0.0495)]
    [InlineData(1, 20, 0.2161)]
    [InlineData(5, 50, 0.1988)]
    [InlineData(10, 10, 1)]
    [InlineData(0, 0, 1)]
    public void Bounds_a_share_from_above(int hits, int draws, double expected) => Assert.Equal(expected, BinomialBound.Upper(hits, draws, 0.95), 3);

    [Fact]
    public void Tells_how_many_draws_without_a_hit_a_share_takes()
    {
        var draws = BinomialBound.DrawsNeeded(0.05, 0.95);

        Assert.True(BinomialBound.Upper(0, draws, 0.95) <= 0.05);
        Assert.True(BinomialBound.Upper(0, draws - 1, 0.95) > 0.05);
    }
}
