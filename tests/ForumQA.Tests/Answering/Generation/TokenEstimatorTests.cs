using ForumQA.Answering.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Generation;

public class TokenEstimatorTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements(
            "the", "forum", "antidisestablishmentarianism", "Zürich", "Пекин", "論壇", "フォーラム", "포럼", "منتدى", "\ud83d\ude00", "\ud800", " ", " ", " ", "   ", "\n", "\t", ".", ",", "2024", "-", "\u0e20", "\u1000")
        .ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>Counts of r50k_base, cl100k_base and o200k_base in OpenAI's "How to count tokens with tiktoken"; the sentence is from "What are tokens and how to count them?".</summary>
    [Theory]
    [InlineData("antidisestablishmentarianism", 6)]
    [InlineData("2 + 2 = 4", 7)]
    [InlineData("お誕生日おめでとう", 14)]
    [InlineData("You miss 100% of the shots you don't take", 11)]
    public void Published_counts_are_reached_and_not_doubled(string text, int tokens) => Assert.InRange(TokenEstimator.Estimate(text), tokens, 2 * tokens);

    /// <summary>OpenAI's rule of thumb for English: 100 tokens are about 75 words.</summary>
    [Fact]
    public void English_prose_takes_more_than_the_rule_of_thumb_says_but_not_twice_as_much()
    {
        var text = File.ReadAllText(Directory.EnumerateFiles(Repository.Path("seeds"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.InRange(TokenEstimator.Estimate(text) / (words / 0.75), 1, 2);
    }

    [Theory]
    [InlineData("北京东京论坛", 1.0)]
    [InlineData("フォーラムは北京で", 1.0)]
    [InlineData("포럼은언제", 1.0)]
    public void Chinese_Japanese_and_Korean_take_a_token_a_character_at_least(string text, double perCharacter) =>
        Assert.True(TokenEstimator.Estimate(text) >= perCharacter * text.Length);

    [Fact]
    public void Nothing_takes_nothing() => Assert.Equal(0, TokenEstimator.Estimate(""));

    [Fact]
    public void More_text_never_takes_less() =>
        Prop.ForAll(Texts, Texts, (text, more) => TokenEstimator.Estimate(text + more) >= TokenEstimator.Estimate(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_together_take_as_much_as_each_alone_but_for_their_seam() =>
        Prop.ForAll(Texts, Texts, (one, other) =>
            Math.Abs(TokenEstimator.Estimate(one + other) - TokenEstimator.Estimate(one) - TokenEstimator.Estimate(other)) <= 1
            || char.IsHighSurrogate(one[^1])).QuickCheckThrowOnFailure();
}
