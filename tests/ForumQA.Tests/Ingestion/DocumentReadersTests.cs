using ForumQA.Ingestion;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public class DocumentReadersTests
{
    private static readonly DocumentReaders Readers = new(Options.Create(new IngestionOptions()));

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("folder.txt/a.MARKDOWN", true)]
    [InlineData("a.pdf", true)]
    [InlineData("a.doc", false)]
    [InlineData("txt", false)]
    [InlineData("", false)]
    public void Knows_the_formats_by_their_extension(string name, bool expected) => Assert.Equal(expected, DocumentReaders.CanRead(name));

    [Fact]
    public async Task Names_the_formats_it_can_read()
    {
        var error = await Reading.FailureAsync("a.xyz", [1]);

        Assert.Equal("format-unknown", error.Code);
        Assert.Contains(".csv .docx .eml .epub .htm .html .markdown .md .pdf .pptx .text .tsv .txt .xlsx", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \u200b ")]
    [InlineData("top of page")]
    public async Task Refuses_a_file_without_text(string text)
    {
        var error = await Assert.ThrowsAsync<ForumQAException>(() => Reading.ReadAsync("a.txt", text));

        Assert.Equal("file-empty", error.Code);
    }

    [Fact]
    public async Task Refuses_a_file_over_the_limit_and_names_the_option()
    {
        var options = new IngestionOptions { MaxFileBytes = 10 };

        Assert.Equal("0123456789", (await Reading.ReadAsync("a.txt", "0123456789"u8.ToArray(), options)).Text);
        var error = await Reading.FailureAsync("a.txt", "0123456789x"u8.ToArray(), options);
        Assert.Equal("file-too-large", error.Code);
        Assert.Contains("Ingestion:MaxFileBytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_missing_file_without_its_folder()
    {
        var path = Path.Combine(Path.GetTempPath(), "secret-folder", "gone.txt");

        var error = await Assert.ThrowsAsync<ForumQAException>(() => Readers.ReadFileAsync("gone.txt", path, CancellationToken.None));

        Assert.Equal("file-unreadable", error.Code);
        Assert.DoesNotContain("secret-folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_same_from_a_file_as_from_a_stream()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("forumqa-read-").FullName, "a.md");
        await File.WriteAllTextAsync(path, "# Fish\n\nThe towns met.");

        var document = await Readers.ReadFileAsync("b/a.md", path, CancellationToken.None);

        Assert.Equal(("b/a.md", "b/a.md", "Fish", "Fish\n\nThe towns met."), (document.Id, document.Uri, document.Title, document.Text));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [InlineData("a.xlsx")]
    [InlineData("a.csv")]
    [InlineData("a.pptx")]
    [InlineData("a.epub")]
    [InlineData("a.eml")]
    public async Task Stops_when_cancelled(string name)
    {
        using var stream = new MemoryStream("%PDF-1.4 text"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Readers.ReadAsync(name, name, stream, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Random_bytes_give_a_document_or_an_expected_failure()
    {
        var prefixes = Gen.Elements<byte[]>([], "---\n"u8.ToArray(), "%PDF-1.4\n"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "<html><table>"u8.ToArray(), [0xff, 0xfe], [0xef, 0xbb, 0xbf]);
        var pieces = Gen.OneOf(
            ArbMap.Default.GeneratorFor<byte[]>(),
            Gen.Elements("[", "](", "|", "\n", "---\n", "<td>", "</p>", "&#xD800;", "key: ", "\"", "`", "# ", "\u0000", "中", "\t- ").Select(System.Text.Encoding.UTF8.GetBytes));
        var files = from prefix in prefixes from body in pieces.ListOf() select prefix.Concat(body.SelectMany(b => b)).ToArray();
        var names = Gen.Elements("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.xlsx", "a.csv", "a.tsv", "a.pptx", "a.epub", "a.eml");

        Prop.ForAll(names.ToArbitrary(), files.ToArbitrary(), (name, bytes) =>
        {
            var error = Record.Exception(() => Reading.ReadAsync(name, bytes).GetAwaiter().GetResult());
            return error is null or ForumQAException { Message.Length: > 0 };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Headings_and_pages_point_into_the_text() =>
        Prop.ForAll(SampleDocuments.Any.ToArbitrary(), d =>
            d.Headings.All(h => d.Text[h.Start..h.End] == h.Title)
            && d.Pages.All(p => p.Start < d.Text.Length)
            && d.Pages.Zip(d.Pages.Skip(1)).All(p => p.First.Start < p.Second.Start && p.First.Number < p.Second.Number)
            && !d.Text.Contains("\n\n\n", StringComparison.Ordinal)
            && TextNormalizer.Normalize(d.Text).Replace("\n", string.Empty, StringComparison.Ordinal) == d.Text.Replace("\n", string.Empty, StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();
}
