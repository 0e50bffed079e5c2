using ForumQA.Evaluation.Metrics;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class WordingTests
{
    [Theory]
    [InlineData("China's platforms lead.", "China", true)]
    [InlineData("China’s platforms lead.", "china platforms", true)]
    [InlineData("A V-shaped rebound", "v shaped", true)]
    [InlineData("More than 2,000 years", "2,000", true)]
    [InlineData("It fell by 7%.", "7 %", true)]
    [InlineData("It costs £24 a head.", "24", true)]
    [InlineData("It costs 24 euros.", "€24", true)]
    [InlineData("It costs £124.", "24", false)]
    [InlineData("It regulates data.", "regulat*", true)]
    [InlineData("It regulates data flows.", "regulat* data flow*", true)]
    [InlineData("It regulates data.", "regulat", false)]
    [InlineData("160 languages", "60", false)]
    [InlineData("Data are like water.", "water data", false)]
    [InlineData("", "water", false)]
    [InlineData("water", "*", false)]
    [InlineData("第17回東京", "東京", true)]
    public void Stands_where_whole_words_do(string text, string wording, bool stands) =>
        Assert.Equal(stands, Wording.Stands(Wording.Words(text), wording));
}
