using ForumQA.Cli.Terminals;
using Spectre.Console;

namespace ForumQA.Tests.Cli;

public sealed class ScreenTests : IDisposable
{
    private const char Escape = '\u001b';

    private readonly StringWriter _written = new();

    [Fact]
    public void A_plain_screen_writes_lines_as_long_as_they_are_without_escape_codes()
    {
        var line = string.Join(' ', Enumerable.Repeat("word", 100));

        new PlainScreen(_written).WriteLine(line, Ink.Error);

        Assert.Equal(line + "\n", _written.ToString());
    }

    [Fact]
    public void A_styled_screen_breaks_lines_between_words_and_keeps_the_indentation()
    {
        var screen = Styled(width: 31);
        screen.Write("[1]");
        screen.Indent = 4;

        screen.WriteLine(" The quick brown fox jumps over the lazy dog");

        Assert.Equal("[1] The quick brown fox jumps\n    over the lazy dog\n", Visible());
    }

    [Fact]
    public void Text_that_comes_in_pieces_breaks_where_it_would_as_a_whole()
    {
        const string Text = "Natural disasters can easily disrupt the use of logistics data, he told the forum.";
        Styled(width: 30).WriteLine(Text);
        var whole = Visible();
        _written.GetStringBuilder().Clear();
        var screen = Styled(width: 30);

        foreach (var c in Text)
        {
            screen.Write(c.ToString());
        }

        screen.EndLine();

        Assert.Equal(whole, Visible());
        Assert.Contains('\n', whole.TrimEnd('\n'));
    }

    [Fact]
    public void Chinese_and_Japanese_lines_break_between_characters_at_their_double_width()
    {
        Styled(width: 21).WriteLine("数字经济是中日两国合作的新领域");

        Assert.Equal("数字经济是中日两国合\n作的新领域\n", Visible());
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken_and_not_lost()
    {
        var address = "https://example.org/" + new string('a', 70);

        Styled(width: 41).WriteLine("See " + address);

        Assert.Equal("See" + address, Visible().Replace("\n", "", StringComparison.Ordinal));
        Assert.All(Visible().Split('\n'), line => Assert.True(line.Length <= 40));
    }

    [Theory]
    [InlineData("[1] and [red]not red[/] and [[x]]")]
    [InlineData("[/] closes nothing, [bold] opens nothing")]
    public void Brackets_in_documents_are_text_and_not_markup(string text)
    {
        Styled(width: 80).WriteLine(text);

        Assert.Equal(text + "\n", Visible());
    }

    [Fact]
    public void A_document_cannot_command_the_terminal_on_either_screen()
    {
        const string Hostile = "a\u001b[2Jb\u001b]0;title\u0007c\rd\u009b31me\u202ef";
        var plain = new StringWriter();

        new PlainScreen(plain).WriteLine(Hostile);
        Styled(width: 80).WriteLine(Hostile);

        Assert.Equal("a␛[2Jb␛]0;title␇c␍d\ufffd31me\ufffdf\n", plain.ToString());
        Assert.Equal(plain.ToString(), Visible());
    }

    [Fact]
    public void What_is_being_done_is_shown_until_the_text_comes()
    {
        var screen = Styled(width: 40);

        screen.ShowActivity("Searching…");
        screen.WriteLine("Found.");

        Assert.Equal("Searching…\u001b[10D\u001b[KFound.\n", WithoutColours());
    }

    [Fact]
    public void What_is_being_written_shows_its_end_behind_the_line_that_was_begun()
    {
        var screen = Styled(width: 41);
        screen.Write("One sentence.");

        screen.ShowActivity("and another that is too long for the line");
        screen.Write(" Two.");
        screen.EndLine();

        Assert.Equal("One sentence. t is too long for the line\u001b[27D\u001b[K Two.\n", WithoutColours());
    }

    [Fact]
    public void A_quotation_is_marked_without_the_space_before_it()
    {
        var screen = Styled(width: 40);
        screen.Write("He said ");

        screen.WriteLine("yes", Ink.Quotation);

        Assert.Matches("said \\e\\[[0-9;]+m(\\e\\[[0-9;]+m)*yes", _written.ToString());
    }

    [Fact]
    public void Ending_a_begun_line_writes_no_empty_one()
    {
        var screen = new PlainScreen(_written);
        screen.WriteLine("one");

        screen.EndBegunLine();
        screen.Write("two");
        screen.EndBegunLine();

        Assert.Equal("one\ntwo\n", _written.ToString());
    }

    public void Dispose() => _written.Dispose();

    private StyledScreen Styled(int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(_written),
        });
        console.Profile.Width = width;
        return new StyledScreen(console);
    }

    private string WithoutColours() =>
        System.Text.RegularExpressions.Regex.Replace(_written.ToString(), $"{Escape}\\[[0-9;]*m", "");

    private string Visible()
    {
        var visible = WithoutColours();
        Assert.DoesNotContain(Escape, visible);
        return visible;
    }
}
