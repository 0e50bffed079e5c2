using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ForumQA.Tests.Ingestion;

public class WordReaderTests
{
    [Fact]
    public async Task Writes_headings_lists_tables_and_notes_as_plain_text()
    {
        var document = await Reading.ReadAsync("a.docx", Report());

        Assert.Equal(
            """
            Fish and data

            The towns met on Monday,
            and agreed.[1]

            What they sold

            - Herring
            - Cod

            Town | Catch
            Lund | 15 t

            The end.

            [1] In writing.
            """,
            document.Text);
    }

    [Fact]
    public async Task Knows_headings_by_style_and_outline_level()
    {
        var document = await Reading.ReadAsync("a.docx", Report());

        Assert.Equal([(1, "Fish and data"), (2, "What they sold")], document.Headings.Select(h => (h.Level, h.Title)));
    }

    [Theory]
    [InlineData("The fish report", "The fish report")]
    [InlineData("Microsoft Word - Draft2.doc", "Fish and data")]
    [InlineData("", "Fish and data")]
    public async Task Takes_the_title_a_person_gave(string core, string title) =>
        Assert.Equal(title, (await Reading.ReadAsync("a.docx", Report(core))).Title);

    [Fact]
    public async Task Takes_the_author_from_the_properties() =>
        Assert.Equal("Anna Lund", (await Reading.ReadAsync("a.docx", Report())).Metadata["author"]);

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4b, 3, 4, 1, 2, 3 })]
    [InlineData(new byte[] { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1 })]
    public async Task Says_what_to_do_with_an_unreadable_file(byte[] bytes)
    {
        var error = await Reading.FailureAsync("a.docx", bytes);

        Assert.Equal("word-invalid", error.Code);
        Assert.Contains("save it as .docx", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Report(string title = "")
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = title;
            package.PackageProperties.Creator = "Anna Lund";
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { StyleId = "berschrift1", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "Own" }, new BasedOn { Val = "berschrift1" }) { StyleId = "Own", Type = StyleValues.Paragraph });
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Paragraph("In writing.")) { Id = 2 });
            var agreed = Paragraph("The towns met on Monday,");
            agreed.Append(new Run(new Break(), new WordText("and agreed."), new DeletedText("Not."), new FootnoteReference { Id = 2 }));
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                Paragraph("Fish and data", new ParagraphStyleId { Val = "Own" }),
                agreed,
                Paragraph("What they sold", new OutlineLevel { Val = 1 }),
                Paragraph("Herring", new NumberingProperties(new NumberingId { Val = 1 })),
                Paragraph("Cod", new NumberingProperties(new NumberingId { Val = 1 })),
                new Table(Row("Town", "Catch"), Row("Lund", "15 t")),
                new SdtBlock(new SdtContentBlock(Paragraph("The end.")))));
        }

        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text, params OpenXmlElement[] properties) =>
        new(new ParagraphProperties(properties), new Run(new WordText(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static TableRow Row(params string[] cells) => new(cells.Select(c => new TableCell(Paragraph(c))));
}
