using ForumQA.Answering.Verification;

namespace ForumQA.Tests.Answering.Verification;

public sealed class ReasoningFilterTests
{
    [Theory]
    [InlineData("No tag at all.", "No tag at all.")]
    [InlineData("<think>Hm.</think>Data are like water.", "Data are like water.")]
    [InlineData("<THINKING>Hm.</Thinking>Yes.", "Yes.")]
    [InlineData("<thought>a</thought>b<reasoning>c</reasoning>d", "bd")]
    [InlineData("<think>a < b, <b>bold</b>, </thin</think>Yes.", "Yes.")]
    [InlineData("<think>outer <think>inner</think>Yes.", "Yes.")]
    [InlineData("</think>Yes.", "Yes.")]
    [InlineData("a < b and b > c", "a < b and b > c")]
    [InlineData("<b>bold</b> <<think>x</think>y", "<b>bold</b> <y")]
    [InlineData("<thi<think>x</think>y", "<thiy")]
    [InlineData("a <", "a <")]
    [InlineData("a <think", "a <think")]
    [InlineData("a <think>b <", "a ")]
    [InlineData("a <think>b </think", "a ")]
    public void What_a_model_thinks_aloud_is_left_out_and_nothing_else(string written, string shown)
    {
        var filter = new ReasoningFilter();

        Assert.Equal(shown, string.Concat(written.Select(filter.Read)) + filter.Complete());
        Assert.Equal("", filter.Complete());
    }
}
