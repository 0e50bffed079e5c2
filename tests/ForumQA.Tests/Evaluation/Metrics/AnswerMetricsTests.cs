using ForumQA.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class AnswerMetricsTests
{
    [Theory]
    [InlineData("The U.S. was first, \"again\"!", "us was first again")]
    [InlineData("more than 2,000 years", "more than 2000 years")]
    [InlineData("7% of $5", "7 of 5")]
    [InlineData("  An   apple\na day ", "apple day")]
    [InlineData("超过60种语言。", "超 过 60 种 语 言")]
    [InlineData("６０か国", "60 か 国")]
    [InlineData("«Привет»", "привет")]
    [InlineData("?!", "")]
    public void Normalises_as_squad_does_and_parts_chinese_and_japanese_by_character(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', AnswerText.Tokens(text)));

    [Theory]
    [InlineData("It has 60 languages.", "60", true)]
    [InlineData("It has 160 languages.", "60", false)]
    [InlineData("Held by the Genron NPO.", "Genron NPO", true)]
    [InlineData("Genron, an NPO", "genron npo", true)]
    [InlineData("NPO Genron", "Genron NPO", false)]
    [InlineData("超过60种语言", "60种", true)]
    [InlineData("anything", "the", false)]
    public void Contains_an_accepted_answer_as_whole_tokens_in_order(string text, string accepted, bool contains) =>
        Assert.Equal(contains, AnswerMetrics.Contains(text, [accepted]));

    [Fact]
    public void Contains_one_of_several_accepted_answers() => Assert.True(AnswerMetrics.Contains("In Tokyo.", ["Beijing", "Tokyo"]));

    [Theory]
    [InlineData("Tokyo", "Tokyo", 1.0)]
    [InlineData("in Tokyo", "Tokyo, Japan", 0.5)] // One of two and one of two.
    [InlineData("It was held in Tokyo", "Tokyo", 1.0 / 3)] // Precision 1/5, recall 1.
    [InlineData("Tokyo Tokyo", "Tokyo", 2.0 / 3)] // A token counts once: precision 1/2, recall 1.
    [InlineData("東京都", "東京", 0.8)] // Precision 2/3, recall 1.
    [InlineData("", "Tokyo", 0.0)]
    [InlineData("Beijing", "Tokyo", 0.0)]
    public void Computes_f1_as_squad_does(string text, string accepted, double f1) => Assert.Equal(f1, AnswerMetrics.F1(text, [accepted]), 12);

    [Fact]
    public void Takes_the_accepted_answer_that_fits_best() => Assert.Equal(1.0, AnswerMetrics.F1("Tokyo", ["Beijing", "Tokyo"]));

    [Fact]
    public void Stays_within_bounds_and_rates_a_text_against_itself_as_perfect() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) =>
            AnswerMetrics.F1(a.Get, [b.Get]) is >= 0 and <= 1
            && AnswerMetrics.F1(a.Get, [a.Get]) == 1
            && AnswerMetrics.F1(a.Get, [b.Get]) == AnswerMetrics.F1(b.Get, [a.Get])).QuickCheckThrowOnFailure();
}
