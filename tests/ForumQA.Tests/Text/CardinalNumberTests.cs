using ForumQA.Text;

namespace ForumQA.Tests.Text;

public sealed class CardinalNumberTests
{
    [Theory]
    [InlineData("one", 1)]
    [InlineData("two", 2)]
    [InlineData("twelve", 12)]
    [InlineData("12", 12)]
    [InlineData("0", 0)]
    [InlineData("twenty", null)]
    [InlineData("third", null)]
    [InlineData("-3", null)]
    [InlineData("", null)]
    public void Reads_digits_and_words(string word, int? number) => Assert.Equal(number, CardinalNumber.Of(word));
}
