using System.Text;
using ForumQA.Benchmarks.Fuzzing;
using ForumQA.Tests.Ingestion;

namespace ForumQA.Tests.Harm;

/// <summary>What was found by <c>-- fuzz</c> to take for ever, all memory or the whole process. Each would have taken many minutes; the limit leaves room for a machine with forty jobs, where a minute was once too little.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("a.txt", ": ", 1_000_000)]
    [InlineData("a.txt", "five reasons ", 2_000_000)]
    [InlineData("a.txt", "A.", 2_000_000)]
    [InlineData("a.txt", "Ltd.", 2_000_000)]
    [InlineData("a.txt", "\ufffd", 1_000_000)]
    [InlineData("a.txt", "word", 4_000_000)]
    [InlineData("a.txt", "One sentence without any line break. ", 4_000_000)]
    [InlineData("a.md", "\ufffd", 1_000_000)]
    [InlineData("a.html", "<p>Text.", 1_000_000)]
    [InlineData("a.html", "<tr><td>Cell", 1_000_000)]
    public async Task What_repeats_without_end_is_read_in_the_end(string name, string piece, int length)
    {
        var reading = Task.Run(() => ReaderTargets.ReadAsync(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, length / piece.Length)))));

        await reading.WaitAsync(Limit);
    }

    [Fact]
    public async Task Tags_that_end_the_parsers_stack_are_read()
    {
        var html = string.Concat(Enumerable.Repeat("<pre>", 10_000)) + "<LISTING a='>'><pre\t>Deep text.";

        Assert.Equal("Deep text.", (await Reading.ReadAsync("a.html", html)).Text);
        Assert.Equal("Deep text.", (await Reading.ReadAsync("a.md", html)).Text);
    }

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b>", "</b>")]
    public async Task Elements_that_nest_deeper_than_any_page_are_refused(string open, string close)
    {
        var html = string.Concat(Enumerable.Repeat(open, 1_000_000)) + "Deep text." + string.Concat(Enumerable.Repeat(close, 1_000_000));

        Assert.Equal("html-invalid", (await Reading.FailureAsync("a.html", Encoding.UTF8.GetBytes(html))).Code);
    }

    [Fact]
    public async Task Many_lists_and_paragraphs_that_nobody_closes_are_not_deep()
    {
        var html = "<ul>" + string.Concat(Enumerable.Repeat("<li>One", 30_000)) + "</ul>" + string.Concat(Enumerable.Repeat("<p>Two<br>", 30_000));

        Assert.Contains("- One", (await Reading.ReadAsync("a.html", html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_numbered_list_is_numbered()
    {
        var html = "<ol>" + string.Concat(Enumerable.Repeat("<li>One", 60_000)) + "</ol>";

        Assert.Contains("\n60000. One", (await Reading.ReadAsync("a.html", html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YAML_that_the_parser_loses_its_way_in_is_refused()
    {
        var yaml = $"---\na: [{string.Concat(Enumerable.Repeat("? ", 2000))}\n---\nText.";

        Assert.Equal("front-matter-invalid", (await Reading.FailureAsync("a.md", Encoding.UTF8.GetBytes(yaml))).Code);
    }

    [Fact]
    public async Task A_package_that_unpacks_into_very_much_more_is_refused_before_it_is_unpacked()
    {
        var bomb = ReaderTargets.Package([.. "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8, .. Enumerable.Repeat("<w:p/>"u8.ToArray(), 12_000_000).SelectMany(bytes => bytes)]);
        Assert.True(bomb.Length < 1_000_000, "It is no bomb.");
        var before = GC.GetTotalAllocatedBytes();

        Assert.Equal("word-too-large", (await Reading.FailureAsync("a.docx", bomb)).Code);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    [Fact]
    public async Task A_conversation_of_long_messages_is_read_in_the_end()
    {
        using var targets = new AnswerTargets(Repository.Path("seeds"));
        var answer = targets.All().Single(target => target.Name == "answer");
        var turn = string.Concat(Enumerable.Repeat("When body:", 100_000));

        var reading = Task.Run(() => answer.Read(Encoding.UTF8.GetBytes($"{turn}\nIt was. [1]\nWho spoke?")));

        await reading.WaitAsync(Limit);
    }
}
