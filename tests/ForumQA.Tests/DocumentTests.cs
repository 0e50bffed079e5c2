using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests;

public sealed class DocumentTests
{
    private static readonly Document Lindale = new() { Id = "a", Title = "A", Uri = "a", Text = "Data flow. Data grow." };

    [Theory]
    [InlineData("Data", 0, true)]
    [InlineData("Data", 11, true)]
    [InlineData("Data", 1, false)]
    [InlineData("data", 0, false)]
    [InlineData("grow.", 16, true)]
    [InlineData("grow. ", 16, false)]
    [InlineData("Data", -1, false)]
    [InlineData("Data", int.MaxValue, false)]
    [InlineData("Data", int.MinValue, false)]
    [InlineData("", 0, false)]
    public void Knows_whether_words_stand_in_a_place(string words, int start, bool expected) => Assert.Equal(expected, Lindale.StandsAt(words, start));

    [Fact]
    public void Has_whatever_was_cut_from_it()
    {
        Prop.ForAll<NonEmptyString, NonNegativeInt, PositiveInt>((text, at, length) =>
        {
            var document = Lindale with { Text = text.Get };
            var start = at.Get % text.Get.Length;
            var end = Math.Min(text.Get.Length, start + length.Get);
            return document.StandsAt(text.Get[start..end], start);
        }).QuickCheckThrowOnFailure();
    }
}
