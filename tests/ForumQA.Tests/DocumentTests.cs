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

    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(5, "Trade", 1)]
    [InlineData(9, "Trade › Steel", 1)]
    [InlineData(12, "Trade › Steel", 2)]
    [InlineData(15, "Data", 2)]
    [InlineData(-1, null, null)]
    public void Knows_the_headings_and_the_page_of_a_place(int offset, string? headings, int? page)
    {
        var document = Lindale with
        {
            Headings = [new(0, 1, 1, "A"), new(5, 6, 2, "Trade"), new(9, 10, 3, "Steel"), new(15, 16, 2, "Data")],
            Pages = [new(0, 1), new(12, 2)],
        };

        Assert.Equal((headings, page), (document.FindHeadings(offset), document.FindPage(offset)));
    }

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
