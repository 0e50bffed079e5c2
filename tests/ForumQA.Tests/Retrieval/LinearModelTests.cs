using ForumQA.Retrieval;

namespace ForumQA.Tests.Retrieval;

public sealed class LinearModelTests
{
    private static readonly string[] Whole = ["Intercept\t0.5", "Warm\t2\t10\t4", "Wet\t-1\t0\t1"];

    private enum Weather
    {
        Warm,
        Wet,
    }

    [Fact]
    public void Adds_up_standardised_features()
    {
        var model = new LinearModel<Weather>(Whole);

        Assert.Equal(0.5 + (2 * (14 - 10) / 4.0) - 3, model.Score([14, 3]), 12);
        Assert.Equal((0.5, -1), (model[Weather.Warm], model[Weather.Wet]));
    }

    [Fact]
    public void Takes_weights_that_are_not_learned_as_they_are() => Assert.Equal(6, LinearModel<Weather>.Of((Weather.Wet, 2)).Score([14, 3]));

    [Theory]
    [InlineData("Wet\t-1\t0\t1", "", "lacks a line for Wet")]
    [InlineData("Intercept\t0.5", "", "lacks a line for Intercept")]
    [InlineData("Wet\t", "Windy\t", "'Windy': the code has no such feature")]
    [InlineData("Intercept\t0.5", "Intercept\t0.5\nWarm\t1\t0\t1", "'Warm'")]
    [InlineData("2\t10\t4", "2\t10", "no number in column 4 of 'Warm'")]
    [InlineData("-1\t", "NaN\t", "no number in column 2 of 'Wet'")]
    [InlineData("10\t4", "10\t0", "standard deviation 0")]
    public void Refuses_a_table_that_is_not_of_the_codes_features_and_names_the_remedy(string instead, string put, string fault)
    {
        var lines = string.Join('\n', Whole).Replace(instead, put, StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var error = Assert.Throws<InvalidDataException>(() => new LinearModel<Weather>(lines));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.Contains("-- learn --data FOLDER", error.Message, StringComparison.Ordinal);
    }
}
