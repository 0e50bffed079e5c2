using System.Text;
using ForumQA.Ingestion;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Ingestion;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData(" a \t\u00a0\u3000 b \n\n\n \n c ", "a b\nc")]
    [InlineData("\ufeffzero\u200bwidth\u00ad \u0007bell\u202e", "zerowidth bell")]
    [InlineData("e\u0301", "é")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    public void Writes_equal_text_in_one_way(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Replaces_half_a_surrogate_pair() => Assert.Equal("a\ufffdb", TextNormalizer.Normalize("a\ud800b"));

    [Fact]
    public void Normal_text_stays_as_it_is() =>
        Prop.ForAll<string?>(text =>
        {
            var once = TextNormalizer.Normalize(text ?? string.Empty);
            return once == TextNormalizer.Normalize(once) && once.IsNormalized(NormalizationForm.FormC);
        }).QuickCheckThrowOnFailure();
}
