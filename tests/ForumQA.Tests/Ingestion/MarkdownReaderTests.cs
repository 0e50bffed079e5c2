using System.Text;

namespace ForumQA.Tests.Ingestion;

public class MarkdownReaderTests
{
    private const string Source =
        """
        ---
        title: 'Fish: a report'
        url: https://example.com/fish
        date: 2024-12-03
        tags: [fish, "data"]
        draft: ~
        ---
        # Fish *and* data

        The **towns** met in [Lund](https://example.com) &amp; `Aarhus`,
        as planned[^1]. ![A boat](boat.png)

        ## What they sold

        - Herring
        - Cod, of which
          1. half was fresh

        | Town | Catch |
        |------|-------|
        | Lund | 15 t  |

        ```
        total = 15
        ```

        <div>Raw <b>HTML</b></div>

        [^1]: In May.
        """;

    [Fact]
    public async Task Writes_the_words_without_markup_in_the_order_of_the_source()
    {
        var document = await Reading.ReadAsync("a.md", Source);

        Assert.Equal(
            """
            Fish and data

            The towns met in Lund & Aarhus, as planned[1]. A boat

            What they sold

            - Herring
            - Cod, of which
            1. half was fresh

            Town | Catch
            Lund | 15 t

            total = 15

            Raw HTML

            [1] In May.
            """,
            document.Text);
    }

    [Fact]
    public async Task Takes_title_address_and_metadata_from_the_front_matter()
    {
        var document = await Reading.ReadAsync("a.md", Source);

        Assert.Equal("Fish: a report", document.Title);
        Assert.Equal("https://example.com/fish", document.Uri);
        Assert.Equal([("date", "2024-12-03"), ("tags", "fish, data")], document.Metadata.Select(m => (m.Key, m.Value)));
    }

    [Fact]
    public async Task Knows_the_headings_and_where_they_stand()
    {
        var document = await Reading.ReadAsync("a.md", Source);

        Assert.Equal([(1, "Fish and data"), (2, "What they sold")], document.Headings.Select(h => (h.Level, h.Title)));
        Assert.All(document.Headings, h => Assert.Equal(h.Title, document.Text[h.Start..h.End]));
    }

    [Theory]
    [InlineData("---\ntitle: Fish: a report\n---\nText.", "line 2")]
    [InlineData("---\ntitle: Fish\nauthor: [Anna\n---\nText.", "line")]
    [InlineData("---\ntitle: Fish\ntitle: Data\n---\nText.", "line 3")]
    public async Task Names_file_line_and_remedy_when_the_front_matter_is_damaged(string text, string line)
    {
        var error = await Reading.FailureAsync("notes/a.md", Encoding.UTF8.GetBytes(text));

        Assert.Equal("front-matter-invalid", error.Code);
        Assert.Contains("'a.md'", error.Message, StringComparison.Ordinal);
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
        Assert.Contains("quotation marks", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\n\nProse between lines.\n\n---\n\nMore prose.", "Prose between lines.\n\nMore prose.")]
    [InlineData("---\n\nA line is drawn above.", "A line is drawn above.")]
    [InlineData("---\n---\nEmpty front matter.", "Empty front matter.")]
    public async Task Tells_front_matter_from_a_drawn_line(string text, string expected) =>
        Assert.Equal(expected, (await Reading.ReadAsync("a.md", text)).Text);

    [Fact]
    public async Task Joins_wrapped_Chinese_without_a_blank() =>
        Assert.Equal("论坛在东京举行。", (await Reading.ReadAsync("a.md", "论坛在\n东京举行。")).Text);

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("*a ")]
    [InlineData("- ")]
    [InlineData("![")]
    [InlineData("<div>")]
    public async Task Survives_endless_nesting(string opening)
    {
        var text = Encoding.UTF8.GetBytes("Start. " + string.Concat(Enumerable.Repeat(opening, 10_000)) + "\n\nEnd.");

        var error = await Record.ExceptionAsync(() => Reading.ReadAsync("a.md", text));

        Assert.True(error is null or ForumQAException, error?.ToString());
    }

    [Fact]
    public async Task Keeps_a_term_and_its_explanation_on_one_line()
    {
        var document = await Reading.ReadAsync("a.md", "# Words\n\nMole\n:   A wall in the sea.\n\nQuay\n:   Where ships land.\n");

        Assert.EndsWith("Mole: A wall in the sea.\nQuay: Where ships land.", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_in_bold_over_its_paragraph_is_a_heading()
    {
        var document = await Reading.ReadAsync("a.md", "# Questions\n\n**May I bring my dog?**\nOnly on a lead.\n\n**Note:** closed today.\n");

        Assert.Equal("Questions\n\nMay I bring my dog?\n\nOnly on a lead.\n\nNote: closed today.", document.Text);
        Assert.Equal(["Questions", "May I bring my dog?"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task Numbered_paragraphs_and_labels_begin_a_line()
    {
        Assert.Equal("3.1 Paths are mown.\n3.2 Trees are cut.", (await Reading.ReadAsync("a.md", "3.1 Paths are mown.\n3.2 Trees are cut.\n")).Text);
        Assert.Equal("Chair: Ann\nPresent: Bob", (await Reading.ReadAsync("a.md", "**Chair:** Ann\n**Present:** Bob\n")).Text);
        Assert.Equal("It fell by 3.2 per cent.", (await Reading.ReadAsync("a.md", "It fell by\n3.2 per cent.\n")).Text);
    }

    [Fact]
    public async Task A_question_with_its_answer_is_a_heading_with_its_text() =>
        Assert.Equal("May I park here?\n\nOnly for two hours.", (await Reading.ReadAsync("a.md", "Q: May I park here?\nA: Only for two hours.\n")).Text);

    [Fact]
    public async Task Labelled_lines_are_no_sentence() =>
        Assert.Equal("Place: Oban\nChair: Ann Lee", (await Reading.ReadAsync("a.md", "Place: Oban\nChair: Ann Lee\n")).Text);
}
