using System.Globalization;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Tests.Answering.Verification;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("1,500 tonnes", "1500 tonne")]
    [InlineData("1,5 tonnes", "1.5 tonne")]
    [InlineData("1.500", "1.5/1500")]
    [InlineData("1.50", "1.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("1\u00a0500 and 1’600 and 1'700 and 1\u202f800", "1500|1600|1700|1800")]
    [InlineData("2020.10.3", "2020|10|3")]
    [InlineData("5% and 6 % and 7 percent and 8 per cent and 9 pct", "5 percent|6 percent|7 percent|8 percent|9 percent")]
    [InlineData("$5, € 6, £7 and ¥8", "5 dollar|6 euro|7 pound|8 yuan")]
    [InlineData("5 € and 6€", "5 euro|6 euro")]
    [InlineData("% 5", "5")]
    [InlineData("5km, 20th, 1990s and 3rd", "5 kilometre|20|1990|3")]
    [InlineData("5x", "")]
    [InlineData("A5 and B52", "")]
    [InlineData("5 million yuan", "5000000 yuan")]
    [InlineData("5mn euros", "5000000 euro")]
    [InlineData("three hundred million dollars", "300000000 dollar")]
    [InlineData("3 万", "30000")]
    [InlineData("3万", "30000")]
    [InlineData("5, million", "5")]
    [InlineData("twenty-one and twenty twelve and ninety nine", "21|20|12|99")]
    [InlineData("nineteen two", "19|2")]
    [InlineData("5 kg of 10 years", "5 kilogram|10 year")]
    [InlineData("5 long years", "5")]
    [InlineData("about 5 and nearly six and 7", "~5|7|~6")]
    [InlineData("one, first, both and second", "?1|?1|?2|?2")]
    [InlineData("one year, two", "1 year|2")]
    [InlineData("one million", "1000000")]
    public void Reads_numbers_with_their_units(string text, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Read(text).Select(Show));

    [Fact]
    public void Knows_where_a_number_stands_with_all_that_belongs_to_it()
    {
        const string text = "Exports rose by 1.5 billion dollars and twenty-one percent.";

        Assert.Equal(["1.5 billion dollars", "twenty-one percent"], Read(text).Select(quantity => text[quantity.Start..quantity.End]));
    }

    [Theory]
    [InlineData("5", "5", true)]
    [InlineData("5", "6", false)]
    [InlineData("1.500", "1500", true)]
    [InlineData("1.500", "1.5", true)]
    [InlineData("5 dollars", "5 euros", false)]
    [InlineData("5 dollars", "5", true)]
    [InlineData("5", "5 dollars", true)]
    [InlineData("1.5 million", "1,483,000", false)]
    [InlineData("about 1.5 million", "1,483,000", true)]
    [InlineData("about 1.5 million", "1,450,000", true)]
    [InlineData("about 1.5 million", "1,449,000", false)]
    [InlineData("1,483,000", "about 1.5 million", false)]
    [InlineData("about 0.5", "0.54", true)]
    [InlineData("about 0.5", "0.56", false)]
    [InlineData("about 300", "340", true)]
    [InlineData("about 300", "360", false)]
    [InlineData("one", "one", true)]
    [InlineData("one", "1", true)]
    [InlineData("1", "one", false)]
    public void Knows_whether_a_source_states_the_number_of_a_claim(string claim, string source, bool expected) =>
        Assert.Equal(expected, Assert.Single(Read(claim)).IsStatedBy(Assert.Single(Read(source))));

    private static IReadOnlyList<Quantity> Read(string text) => QuantityReader.Read(text, Tokenizer.Tokenize(text));

    private static string Show(Quantity quantity) =>
        (quantity.IsRounded ? "~" : "") + (quantity.IsVague ? "?" : "")
        + string.Join('/', quantity.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))
        + (quantity.Unit is { } unit ? " " + unit : "");
}
