using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text;

public class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.Elements('a', 'b', 'c').ListOf().Select(letters => string.Concat(letters.Take(12)));

    [Theory]
    [InlineData("forum", "forum", 0)]
    [InlineData("forum", "froum", 1)]
    [InlineData("forum", "forums", 1)]
    [InlineData("forum", "form", 1)]
    [InlineData("forum", "farum", 1)]
    [InlineData("logistics", "lgoistic", 2)]
    public void Counts_typing_errors(string a, string b, int distance) => Assert.Equal(distance, EditDistance.Between(a, b, 5));

    [Fact]
    public void Stops_counting_beyond_the_limit() => Assert.Equal(3, EditDistance.Between("forum", "summit", 2));

    [Fact]
    public void Is_the_same_both_ways_zero_only_for_equals_and_agrees_under_every_limit() =>
        Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), (a, b) =>
        {
            var distance = EditDistance.Between(a, b, 20);
            return distance == EditDistance.Between(b, a, 20)
                && distance == 0 == (a == b)
                && Enumerable.Range(0, 6).All(limit => EditDistance.Between(a, b, limit) == Math.Min(distance, limit + 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_edit_is_one_error() =>
        Prop.ForAll(Words.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (word, at) =>
            EditDistance.Between(word, word.Insert(at % (word.Length + 1), "x"), 5) == 1).QuickCheckThrowOnFailure();
}
