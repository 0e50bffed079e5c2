using ForumQA.Evaluation.Metrics;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class BootstrapTests
{
    private static readonly double[] EightOfTen = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0];

    [Fact]
    public void Gives_the_same_interval_every_time() =>
        Assert.Equal(Bootstrap.Interval(EightOfTen, Mean), Bootstrap.Interval(EightOfTen, Mean));

    [Fact]
    public void Comes_near_the_interval_that_theory_gives()
    {
        // 200 cases at .8: the standard error is sqrt(.8 * .2 / 200) = .0283, the interval .745 to .855.
        var cases = Enumerable.Range(0, 200).Select(i => i % 5 == 0 ? 0.0 : 1.0).ToList();

        var (low, high) = Bootstrap.Interval(cases, Mean)!.Value;

        Assert.Equal(0.745, low, 0.01);
        Assert.Equal(0.855, high, 0.01);
    }

    [Fact]
    public void Is_wider_on_fewer_cases()
    {
        var few = Bootstrap.Interval(EightOfTen, Mean)!.Value;
        var many = Bootstrap.Interval([.. Enumerable.Repeat(EightOfTen, 10).SelectMany(cases => cases)], Mean)!.Value;

        Assert.True(few.High - few.Low > 2 * (many.High - many.Low));
    }

    [Fact]
    public void Has_no_width_where_nothing_varies() => Assert.Equal((1, 1), Bootstrap.Interval([1.0, 1.0, 1.0], Mean));

    [Fact]
    public void Is_missing_where_the_statistic_is() => Assert.Null(Bootstrap.Interval<double>(EightOfTen, _ => null));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.95, 3.85)] // 0.95 * 3 = 2.85: 0.85 of the way from the third to the fourth.
    [InlineData(1, 4)]
    public void Interpolates_percentiles(double share, double value) => Assert.Equal(value, Percentile.Of([1, 2, 3, 4], share), 12);

    private static double? Mean(IReadOnlyList<double> cases) => cases.Average();
}
