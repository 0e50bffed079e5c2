using ForumQA.Text;

namespace ForumQA.Tests.Text;

public sealed class MonthNameTests
{
    [Theory]
    [InlineData("january", 1)]
    [InlineData("december", 12)]
    [InlineData("marz", 0)]
    [InlineData("sept", 0)]
    [InlineData("", 0)]
    public void Numbers_the_English_names(string folded, int expected) => Assert.Equal(expected, MonthName.NumberOf(folded));

    [Theory]
    [InlineData("mar", 3)]
    [InlineData("marz", 3)]
    [InlineData("sept", 9)]
    [InlineData("okt", 10)]
    [InlineData("enero", 1)]
    [InlineData("august", 8)]
    [InlineData("xyz", 0)]
    public void Numbers_abbreviations_and_the_names_of_other_languages(string folded, int expected) => Assert.Equal(expected, MonthName.NumberOfAbbreviated(folded));
}
