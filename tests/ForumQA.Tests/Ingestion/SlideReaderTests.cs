using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Ingestion;

public class SlideReaderTests
{
    private static readonly byte[] Talk = Packages.Presentation(
        (Packages.Shape("type=\"ctrTitle\"", "The harbour of Lindale") + Packages.Shape("type=\"subTitle\"", "Ada Quill, 4 May 2026") + Packages.Shape("type=\"ftr\"", "Confidential"), ""),
        (Packages.Shape("type=\"title\"", "What we built") + Packages.Shape("", "Three docks", "<a:r><a:t>A lighthouse </a:t></a:r><a:r><a:t>of 42 metres</a:t></a:r>") + Packages.Shape(null, "Opened in 1921.")
            + Packages.Shape("type=\"sldNum\"", "2"),
            Packages.Shape("type=\"body\"", "Thank Tom Birch for the lighthouse.")),
        ("<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" + Packages.Shape(null, "A text in a group.") + "</p:grpSp><p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Dock</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>9 m</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>", ""));

    [Fact]
    public async Task A_slide_is_a_section_with_its_points_tables_and_notes()
    {
        var document = await Reading.ReadAsync("a.pptx", Talk);

        Assert.Equal(
            """
            The harbour of Lindale

            Ada Quill, 4 May 2026

            What we built

            - Three docks
            - A lighthouse of 42 metres

            Opened in 1921.

            Thank Tom Birch for the lighthouse.

            Slide 3

            A text in a group.

            Dock | 9 m
            """,
            document.Text);
        Assert.Equal("The harbour of Lindale", document.Title);
        Assert.Equal([1, 2, 2], document.Headings.Select(heading => heading.Level));
    }

    [Fact]
    public async Task Slides_are_the_pages()
    {
        var document = await Reading.ReadAsync("a.pptx", Talk);

        Assert.Equal([(1, "The harbour"), (2, "What we bui"), (3, "Slide 3\n\nA ")], document.Pages.Select(page => (page.Number, document.Text.Substring(page.Start, 11))));
    }

    [Fact]
    public async Task Groups_nested_without_end_do_not_end_the_process()
    {
        var deep = string.Concat(Enumerable.Repeat("<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>", 2000)) + string.Concat(Enumerable.Repeat("</p:grpSp>", 2000));

        var error = await Record.ExceptionAsync(() => Reading.ReadAsync("a.pptx", Packages.Presentation((Packages.Shape("type=\"title\"", "Title") + deep, ""))));

        Assert.True(error is null or ForumQAException, error?.ToString());
    }

    [Fact]
    public async Task Says_what_to_do_with_an_unreadable_file()
    {
        var error = await Reading.FailureAsync("a.pptx", [0xd0, 0xcf, 0x11, 0xe0]);

        Assert.Equal("slides-invalid", error.Code);
        Assert.Contains("'a.pptx'", error.Message, StringComparison.Ordinal);
        Assert.Contains("save it as .pptx", error.Message, StringComparison.Ordinal);
    }
}
