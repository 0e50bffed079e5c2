using System.IO.Compression;
using System.Text;
using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

/// <summary>Whatever is wrong with a file of whatever format: the message names the file and what to do.</summary>
public class ReaderErrorTests
{
    private const int TooDeep = 20_001;
    private const string LongRow = "a row of too many letters";

    /// <summary>Other readers would read it, slowly.</summary>
    private static readonly string[] Tables = [".csv", ".tsv"];

    private static readonly Dictionary<string, byte[]> Contents = new(StringComparer.Ordinal)
    {
        ["nothing"] = [],
        ["blanks"] = " \n\n "u8.ToArray(),
        ["zeros"] = new byte[2000],
        ["noise"] = Noise(),
        ["an empty package"] = Package(),
        ["a package of something else"] = Package(("word/settings.xml", "<settings/>"), ("META-INF/container.xml", "<container/>")),
        ["a package that begins only"] = Package(("a.txt", new string('x', 3000)))[..60],
        ["a PDF that begins only"] = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"u8.ToArray(),
        ["front matter that is not closed"] = "---\ntitle: 'one\n---\n"u8.ToArray(),
        ["front matter with question marks"] = Encoding.UTF8.GetBytes($"---\na: [{new string('?', 300)}\n---\n"),
        ["deep HTML"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b>", TooDeep)) + "Deep."),
        ["a message of deep HTML"] = Encoding.UTF8.GetBytes("Subject: x\nContent-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<div>", TooDeep)) + "Deep."),
        ["Markdown with deep HTML"] = Encoding.UTF8.GetBytes("# One\n\n" + string.Concat(Enumerable.Repeat("<div>", TooDeep)) + "Deep."),
        ["deep Markdown"] = Encoding.UTF8.GetBytes(new string('>', 5000) + " Deep."),
        ["a book of deep HTML"] = Package(
            ("META-INF/container.xml", """<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>"""),
            ("b.opf", """<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"""),
            ("a.xhtml", string.Concat(Enumerable.Repeat("<div>", TooDeep)) + "Deep.")),
        ["a locked book"] = Package(
            ("META-INF/encryption.xml", """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="a.xhtml"/></CipherData></EncryptedData></encryption>"""),
            ("META-INF/container.xml", """<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>"""),
            ("b.opf", """<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"""),
            ("a.xhtml", "<p>Locked.</p>")),
        ["a package that unpacks into too much"] = Package(("word/document.xml", new string(' ', 31_000_000))),
        [LongRow] = Encoding.UTF8.GetBytes("a;\"" + new string('x', 17_000_000) + "\""),
        ["too much"] = new byte[18_000_000],
    };

    private static readonly IngestionOptions Options = new() { MaxFileBytes = 17_500_000 };

    public static TheoryData<string> Kinds => [.. Contents.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Names_the_file_and_the_remedy(string kind)
    {
        foreach (var extension in ExtensionsFor(kind))
        {
            var name = "docks of Lindale" + extension;
            if (await Record.ExceptionAsync(() => Reading.ReadAsync(name, Contents[kind], Options)) is not { } failure)
            {
                continue;
            }

            var error = Assert.IsType<ForumQAException>(failure);
            Assert.True(error.Message.Contains($"'{name}'", StringComparison.Ordinal), $"{error.Code} names no file: {error.Message}");
            Assert.True(Sentences(error.Message) > 1, $"{error.Code} names no remedy: {error.Message}");
        }
    }

    [Fact]
    public async Task Each_error_of_a_reader_is_among_them()
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (content, extension) in Contents.SelectMany(content => ExtensionsFor(content.Key).Select(extension => (content.Value, extension))))
        {
            if (await Record.ExceptionAsync(() => Reading.ReadAsync("a" + extension, content, Options)) is ForumQAException error)
            {
                codes.Add(error.Code);
            }
        }

        Assert.Equal(
            [
                "book-invalid", "book-locked", "book-too-large", "csv-invalid", "file-empty", "file-too-large", "front-matter-invalid", "html-invalid", "mail-invalid", "markdown-invalid",
                "not-text", "pdf-invalid", "sheet-invalid", "sheet-too-large", "slides-invalid", "slides-too-large", "word-invalid", "word-too-large",
            ],
            codes);
    }

    private static IReadOnlyList<string> ExtensionsFor(string kind) => kind == LongRow ? Tables : DocumentReaders.Extensions;

    private static int Sentences(string message) => message.Split(". ", StringSplitOptions.RemoveEmptyEntries).Length;

    private static byte[] Noise()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
