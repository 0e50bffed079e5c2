using ForumQA.Cli.Terminals;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Cli;

public sealed class TerminalTextTests
{
    [Fact]
    public void No_text_keeps_a_control_character_but_the_line_break() => Prop
        .ForAll<string?>(text => TerminalText.Neutralise(text ?? "").All(c => c == '\n' || !char.IsControl(c)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_without_control_characters_stays_as_it_is()
    {
        const string Text = "Año, 数字经济, “quoted” – 15 %\nsecond line 🙂";

        Assert.Equal(Text, TerminalText.Neutralise(Text));
    }

    [Fact]
    public void An_excerpt_that_fits_is_the_whole_text_on_one_line() =>
        Assert.Equal("Two lines, one text.", TerminalText.Excerpt("Two lines,\n  one text.", 40));

    [Fact]
    public void An_excerpt_is_cut_after_a_word_and_marked() =>
        Assert.Equal("Natural disasters can…", TerminalText.Excerpt("Natural disasters can easily disrupt logistics.", 25));

    [Fact]
    public void An_excerpt_never_cuts_a_character_in_two() =>
        Assert.Equal("🙂🙂…", TerminalText.Excerpt("🙂🙂🙂🙂", 5));
}
