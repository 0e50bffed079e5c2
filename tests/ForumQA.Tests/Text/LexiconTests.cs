using ForumQA.Text;

namespace ForumQA.Tests.Text;

public sealed class LexiconTests
{
    [Fact]
    public void Joins_the_languages_that_have_a_list()
    {
        var months = Lexicon.Of("month");

        Assert.Superset(new HashSet<string> { "march", "marz", "julio", "августа" }, months.ToHashSet());
        Assert.Equal(12, Lexicon.In("en", "month").Count);
    }

    [Fact]
    public void Joins_lists() => Assert.Superset(new HashSet<string> { "not", "except", "nicht" }, Lexicon.Of("negation", "exception").ToHashSet());

    [Fact]
    public void Keeps_the_order_of_the_file() => Assert.Equal(["january", "february", "march"], Lexicon.InOrder("en", "month").Take(3));

    [Fact]
    public void Says_which_list_there_is_not()
    {
        Assert.Contains("'negatoin'", Assert.Throws<InvalidOperationException>(() => Lexicon.Of("negatoin")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Lexicon.InOrder("fr", "month"));
    }
}
