using ForumQA.Cli.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Cli;

public sealed class SurroundingTextTests
{
    private const string Text = "First paragraph.\n\nSecond one with more words.\n\nThird.";

    [Fact]
    public void Begins_and_ends_with_a_paragraph_within_reach()
    {
        var quoted = Text.IndexOf("more", StringComparison.Ordinal);

        Assert.Equal(Text.IndexOf("Second", StringComparison.Ordinal), SurroundingText.FindStart(Text, quoted, 20));
        Assert.Equal(Text.IndexOf("\n\nThird", StringComparison.Ordinal), SurroundingText.FindEnd(Text, quoted + 4, 12));
    }

    [Fact]
    public void Begins_and_ends_with_a_word_when_no_paragraph_is_within_reach()
    {
        var quoted = Text.IndexOf("more", StringComparison.Ordinal);

        Assert.Equal(Text.IndexOf("with", StringComparison.Ordinal), SurroundingText.FindStart(Text, quoted, 6));
        Assert.Equal(Text.IndexOf(" words", StringComparison.Ordinal), SurroundingText.FindEnd(Text, quoted + 4, 3));
    }

    [Fact]
    public void Never_cuts_into_the_span_and_never_leaves_the_text() => Prop
        .ForAll<NonNull<string>, NonNegativeInt, NonNegativeInt>((given, a, b) =>
        {
            const int Reach = 5;
            var text = given.Get;
            var start = Math.Min(a.Get, b.Get) % (text.Length + 1);
            var end = Math.Max(start, Math.Max(a.Get, b.Get) % (text.Length + 1));
            return SurroundingText.FindStart(text, start, Reach) is var from && from >= 0 && from <= start
                && SurroundingText.FindEnd(text, end, Reach) is var to && to >= end && to <= text.Length;
        })
        .QuickCheckThrowOnFailure();
}
