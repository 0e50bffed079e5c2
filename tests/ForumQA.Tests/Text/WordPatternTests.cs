using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Tests.Text;

public sealed class WordPatternTests
{
    [Theory]
    [InlineData("tells us", true)]
    [InlineData("tells\nus", true)]
    [InlineData("tells_us", false)]
    [InlineData("e.g.", true)]
    [InlineData("eXgX", false)]
    [InlineData("Tells us", false)]
    public void Stands_for_any_of_the_words_as_they_are_written(string text, bool expected) =>
        Assert.Equal(expected, Regex.IsMatch(text, $"^{WordPattern.AnyOf(["tells_us", "e.g."])}$"));

    [Theory]
    [InlineData("März", true, true)]
    [InlineData("märz", false, true)]
    [InlineData("MÄRZ", false, false)]
    public void May_ask_for_a_capital(string text, bool capitalized, bool either)
    {
        Assert.Equal(capitalized, Regex.IsMatch(text, $"^{WordPattern.Capitalized(["märz"])}$"));
        Assert.Equal(either, Regex.IsMatch(text, $"^{WordPattern.CapitalizedOrNot(["märz"])}$"));
    }

    [Fact]
    public void Takes_a_list_of_all_languages() => Assert.Matches($"^(?:{WordPattern.AnyIn("article")} ){{3}}$", "the der el ");
}
