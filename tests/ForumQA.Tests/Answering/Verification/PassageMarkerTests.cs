using ForumQA.Answering.Verification;

namespace ForumQA.Tests.Answering.Verification;

public sealed class PassageMarkerTests
{
    [Theory]
    [InlineData("[1]", "1")]
    [InlineData("[ 12 ]", "12")]
    [InlineData("[999]", "999")]
    [InlineData("[0]", "0")]
    [InlineData("【3】", "3")]
    [InlineData("［3］", "3")]
    [InlineData("[^4]", "4")]
    [InlineData("[#4]", "4")]
    [InlineData("[1,2;3]", "1,2,3")]
    [InlineData("[1，2、3；4]", "1,2,3,4")]
    [InlineData("[1&2+3/4|5]", "1,2,3,4,5")]
    [InlineData("[1 and 2]", "1,2")]
    [InlineData("[1 und 2]", "1,2")]
    [InlineData("[1, AND 2]", "1,2")]
    [InlineData("[1-3]", "1,2,3")]
    [InlineData("[1–3, 5]", "1,2,3,5")]
    [InlineData("[1—2]", "1,2")]
    [InlineData("[1-21]", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    [InlineData("[1-22]", "1,22")]
    [InlineData("[3-1]", "3,1")]
    [InlineData("[Passage 2]", "2")]
    [InlineData("[sources: 2, 3]", "2,3")]
    [InlineData("[No. 2]", "2")]
    [InlineData("[Источник 2]", "2")]
    [InlineData("[source 1, passage 3]", "1,3")]
    [InlineData("【4:0†report.pdf】", "4")]
    [InlineData("【4:12】", "4")]
    public void Reads_a_mark_and_what_it_names(string text, string numbers)
    {
        var length = PassageMarker.Read(text + " and more", isLast: false, out var found);

        Assert.Equal(text.Length, length);
        Assert.Equal(numbers, string.Join(',', found));
    }

    [Theory]
    [InlineData("[2020]")]
    [InlineData("[]")]
    [InlineData("[x]")]
    [InlineData("[passage]")]
    [InlineData("[1 or 2]")]
    [InlineData("[1 2]")]
    [InlineData("[1,]")]
    [InlineData("[1:]")]
    [InlineData("[1:x]")]
    [InlineData("[1x]")]
    [InlineData("[[1]]")]
    [InlineData("[1\n]")]
    [InlineData("[1】")]
    [InlineData("[sic 1]")]
    public void Leaves_other_brackets_alone(string text)
    {
        Assert.Equal(0, PassageMarker.Read(text + " and more", isLast: true, out var found));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("[1, 2", 5, true)]
    [InlineData("[", 1, true)]
    [InlineData("[1", 47, true)]
    [InlineData("[1", 48, false)]
    public void Waits_for_the_end_of_a_mark_unless_it_grows_too_long_or_nothing_comes(string text, int length, bool waits)
    {
        text = text.PadRight(length);

        Assert.Equal(waits ? null : 0, PassageMarker.Read(text, isLast: false, out _));
        Assert.Equal(0, PassageMarker.Read(text, isLast: true, out _));
    }

    [Fact]
    public void Opens_with_a_bracket() => Assert.Equal("[【［", string.Concat("([{【［】]x1".Where(PassageMarker.Opens)));
}
