using System.Text.Json;

namespace ForumQA.Tests.Cli;

public sealed class ChatCommandTests : IDisposable
{
    private const string Answerable = "Who opened the new harbour of Lindale?";

    private readonly CliCorpus _corpus = new();

    [Theory]
    [InlineData]
    [InlineData("chat")]
    public async Task Every_line_of_redirected_input_is_answered(params string[] command)
    {
        var run = await _corpus.RunWithInputAsync($"{Answerable}\n\nWhich bread does the bakery in Market Street sell?\n", command);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Ada Quill", run.Output, StringComparison.Ordinal);
        Assert.Contains("rye bread", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_input_gets_neither_welcome_nor_prompt()
    {
        var run = await _corpus.RunWithInputAsync(Answerable + "\n", "chat");

        Assert.StartsWith("Ada Quill", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("> ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_every_question_gives_one_line()
    {
        var run = await _corpus.RunWithInputAsync($"{Answerable}\nWhat is a gluon?\n", "chat", "--json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [Answerable, "What is a gluon?"],
            lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_named_once_however_many_questions_are_asked()
    {
        using var taken = new FileStream(_corpus.Write("taken.md", "The mill is closed."), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var run = await _corpus.RunWithInputAsync($"{Answerable}\n{Answerable}\n{Answerable}\n", "chat");

        Assert.Equal(2, run.Error.Split("taken.md:").Length);
    }

    [Fact]
    public async Task Open_marks_the_quotation_in_its_surroundings()
    {
        var run = await _corpus.RunWithInputAsync($"{Answerable}\n/open 1\n", "chat");

        Assert.Contains("»Ada Quill opened the new harbour of Lindale on 4 May 1921.« The harbour has three docks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_without_an_answer_or_with_a_number_that_is_not_there_says_so()
    {
        var run = await _corpus.RunWithInputAsync($"/open 1\n{Answerable}\n/open 99\n", "chat");

        Assert.Contains("Ask a question first.", run.Output, StringComparison.Ordinal);
        Assert.Contains("There is no source '99'.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_shows_quotation_address_and_offsets()
    {
        var run = await _corpus.RunWithInputAsync($"{Answerable}\n/sources\n", "chat");

        Assert.Matches("harbour\\.md, characters \\d+ to \\d+", run.Output);
    }

    [Fact]
    public async Task Clear_forgets_the_last_answer()
    {
        var run = await _corpus.RunWithInputAsync($"{Answerable}\n/clear\n/sources\n", "chat");

        Assert.Contains("There is no answer yet.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_gives_the_help_and_is_not_a_question()
    {
        var run = await _corpus.RunWithInputAsync("/sorces\n", "chat");

        Assert.Contains("There is no command /sorces.", run.Output, StringComparison.Ordinal);
        Assert.Contains("/sources", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not in these documents", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quit_leaves_what_follows_unread()
    {
        var run = await _corpus.RunWithInputAsync($"/quit\n{Answerable}\n", "chat");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("Bye!")]
    public async Task A_goodbye_is_returned_and_leaves_what_follows_unread(string goodbye)
    {
        var run = await _corpus.RunWithInputAsync($"{goodbye}\n{Answerable}\n", "chat");

        Assert.Equal((0, "Goodbye.\n\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Documents_lists_them_with_their_ids()
    {
        var run = await _corpus.RunWithInputAsync("/documents\n", "chat");

        Assert.Contains("2 documents\nThe bakery\n  bakery.md\nThe harbour\n  harbour.md\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_asks_the_last_question_again_and_only_once_in_the_conversation()
    {
        var run = await _corpus.RunWithInputAsync($"/retry\n{Answerable}\n/retry\nwhat was my first question?\n", "chat");

        Assert.Contains("There is no question yet", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("\nAda Quill opened").Length - 1);
    }

    [Fact]
    public async Task Export_writes_the_conversation_as_Markdown_and_never_over_a_file()
    {
        var file = Path.Combine(_corpus.Path, "..", "notes.md");
        var run = await _corpus.RunWithInputAsync($"/export {file}\n{Answerable}\nhello\n/export {file}\n/export {file}\n/export\n", "chat");

        var markdown = await File.ReadAllTextAsync(file);
        Assert.StartsWith("## Who opened the new harbour of Lindale?\n\nAda Quill opened the new harbour of Lindale on 4 May 1921. [1]\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n> Ada Quill opened the new harbour of Lindale on 4 May 1921.\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n## hello\n\nHello.", markdown, StringComparison.Ordinal);
        Assert.Contains("There is nothing to export yet.", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 answers in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("cannot be written", run.Output, StringComparison.Ordinal);
        Assert.Contains("/export notes.md", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_that_change_during_a_conversation_are_noticed_before_the_next_question()
    {
        var input = new ScriptedLines(
            () => "Which bread does the bakery in Market Street sell?",
            () =>
            {
                File.Delete(Path.Combine(_corpus.Path, "bakery.md"));
                _corpus.Write("mill.md", "The mill of Lindale grinds oats on Fridays.");
                return "/sync";
            },
            () => "When does the mill of Lindale grind oats?",
            () => "Which bread does the bakery in Market Street sell?");

        var run = await _corpus.RunWithInputAsync(input, "chat");

        Assert.Contains("on Fridays", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("rye bread", run.Output[run.Output.IndexOf("on Fridays", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Indexed 1 added, 1 unchanged, 1 deleted", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_once_and_listed_by_status()
    {
        _corpus.Write("empty.md", "");
        var first = await _corpus.RunAsync("ask", Answerable);
        var second = await _corpus.RunAsync("ask", Answerable);
        var status = await _corpus.RunAsync("status");

        Assert.Contains("'empty.md' holds no text", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("empty.md", second.Error, StringComparison.Ordinal);
        Assert.Contains("1 file that cannot be read", status.Output, StringComparison.Ordinal);
        Assert.Contains("none since the index was made", status.Output, StringComparison.Ordinal);
        _corpus.Write("empty.md", "Not empty any more: the ferry leaves at noon.");
        Assert.Contains("at noon", (await _corpus.RunAsync("ask", "When does the ferry leave?")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _corpus.Dispose();
}
