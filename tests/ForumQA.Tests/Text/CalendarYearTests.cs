using ForumQA.Text;

namespace ForumQA.Tests.Text;

public sealed class CalendarYearTests
{
    [Theory]
    [InlineData("1000", true, true, false)]
    [InlineData("1200", true, true, false)]
    [InlineData("1500", true, true, false)]
    [InlineData("1501", true, true, true)]
    [InlineData("2024", true, true, true)]
    [InlineData("2199", true, true, true)]
    [InlineData("2200", true, false, false)]
    [InlineData("2999", true, false, false)]
    [InlineData("3000", false, false, false)]
    [InlineData("0999", false, false, false)]
    [InlineData("999", false, false, false)]
    [InlineData("20245", false, false, false)]
    [InlineData("202a", false, false, false)]
    [InlineData("２０２４", false, false, false)]
    [InlineData("", false, false, false)]
    public void A_word_is_a_year_where_one_is_expected_to_date_or_rather_than_a_number(string word, bool expected, bool toDate, bool likely)
    {
        Assert.Equal(expected, CalendarYear.IsYear(word));
        Assert.Equal(toDate, CalendarYear.IsToDate(word));
        Assert.Equal(likely, CalendarYear.IsLikelierThanNumber(word));
    }
}
