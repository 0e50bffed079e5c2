using System.IO.Compression;
using System.Text;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>What reads files: from their bytes to the rows of the index.</summary>
internal static class ReaderTargets
{
    private static readonly DocumentReaders Readers = new(Options.Create(new IngestionOptions { PdfTimeLimit = TimeSpan.FromSeconds(3) }));
    private static readonly Chunker Chunker = new(Options.Create(new ChunkingOptions()));
    private static readonly SourceStamp Stamp = new("", 0, DateTime.UnixEpoch);

    private const string Html = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The harbour</title><meta name="author" content="Ada"><link rel="canonical" href="https://example.org/a"></head>
        <body><header><nav><a href="/">Home</a></nav></header><main><article><h1>The harbour</h1><p>Ada Quill, mayor of Lindale, opened the harbour on 4 May 1921. It cost 30 million euros.</p>
        <table><tr><th>Dock</th><th>Depth</th></tr><tr><td>North</td><td>9 m</td></tr></table><ul><li>One<ul><li>Two</li></ul></li></ul><ol start="3"><li>Three</li></ol>
        <dl><dt>Dock</dt><dd>Where ships lie</dd></dl><pre>a  b</pre><blockquote>It is said.</blockquote></article></main><footer>Share</footer></body></html>
        """;

    private const string Word = """
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The harbour</w:t></w:r></w:p>
        <w:p><w:r><w:t>Ada Quill opened the harbour.</w:t><w:br/><w:t xml:space="preserve"> It is deep.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Dock</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9 m</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:sdt><w:sdtContent><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>The end.</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>
        """;

    private static readonly string[] Words =
    [
        "(", ")", "Mr. ", "Dr. ", "e.g. ", " of the ", "Ltd.", " said that ", "1921", "4 May 1921", "30 million euros", "12 %", ", ", "; ", ": ", " and ", "such as ", "First, ", "five reasons ", "is a ", "a.", "A.", "?! ", "“", "”", "…", "[1]",
        "World Health Organization (WHO)", "Q: ", "- ", "* ", "1. ", "\f",
    ];

    public static IEnumerable<FuzzTarget> All(string seeds)
    {
        var markdown = Directory.EnumerateFiles(seeds, "*.md").Order(StringComparer.Ordinal).Select(path => File.ReadAllText(path)).Select(text => text[..Math.Min(4000, text.Length)]).ToList();
        yield return Of("txt", "a.txt", markdown.Append("Plain.\n\n  Indented\n\n* One\n* Two\n"), Words);
        yield return Of("md", "a.md", markdown, [.. Words, "# ", "## ", "> ", "```\n", "|", "|---|\n", "[a](b)", "![a](b)", "**", "__", "<div>", "[^1]", "[^1]: x\n", "~~", ": ", "- [ ] ", "+---+\n", "\n---\n", "<!--", "&amp;", "\\"]);
        yield return Of("html", "a.html", [Html], [
            .. Words, "<div>", "</div>", "<p>", "<table>", "<tr>", "<td>", "<th>", "<li>", "<ul>", "<ol start=\"-9\">", "<dl>", "<dt>", "<dd>", "<pre>", "<h1>", "<main>", "<article>", "<b>", "<a href=x>", "<form>", "<select>", "<svg>", "<math>",
            "<template>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "&#xD800;", "&#0;", "&nbsp;", "&", "<meta charset=utf-16>", "<meta charset=x>", "<br>", "<span", " class=\"share\"", " style=\"display:none\"", "<frameset>", "<body>", "<noscript>", "<plaintext>"]);
        yield return Of("front matter", "a.md", [
            "---\ntitle: The harbour\nauthor: 'Ada'\ntags: [a, b]\nnested:\n  a: {b: c}\nurl: https://example.org\n---\n\nText.", "---\na: &x [1]\nb: *x\n---\nText."],
            ["---\n", "\n---", ": ", "- ", "[", "]", "{", "}", "&x ", "*x ", "!!str ", "|\n", ">\n", "? ", "'", "\"", "#", "%YAML 1.1\n", "<<: *x\n", "~", "\t", "a: [*x, *x]\n", "...\n"]);
        yield return new FuzzTarget("docx", FuzzTarget.Bytes([Word]), FuzzTarget.Bytes([
            .. Words, "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sdt>", "<w:sdtContent>", "<w:ins>", "<w:del>", "<w:tab/>", "<w:br/>", "<w:footnoteReference w:id=\"2\"/>", "w:val=\"-1\"", "<w:numId w:val=\"x\"/>",
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">", "<mc:Fallback>", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", "&a;", "<w:txbxContent>", "<w:customXml>", "</w:body>", "<w:outlineLvl w:val=\"99\"/>"]),
            xml => ReadAsync("a.docx", Package(xml)));
        yield return new FuzzTarget("docx package", [Package(Encoding.UTF8.GetBytes(Word))], FuzzTarget.Bytes(["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "word/document.xml", "../../a", "[Content_Types].xml"]), bytes => ReadAsync("a.docx", bytes));
        yield return new FuzzTarget("pdf", [Encoding.Latin1.GetBytes(Pdf.Sample)], FuzzTarget.Bytes(Pdf.Tokens), bytes => ReadAsync("a.pdf", bytes));
        foreach (var target in OfficeTargets.All(Words))
        {
            yield return target;
        }

        yield return FuzzTarget.OfText("cases", [.. File.ReadLines(Path.Combine(seeds, "..", "evals", "forum.jsonl")).Where((_, i) => i % 20 == 0).Take(20)],
            ["{", "}", "[", "]", ":", ",", "\"id\"", "\"question\"", "\"expect\"", "\"before\"", "\"history\"", "\"citations\"", "null", "true", "1e999", "{\"a\":", "\"\\ud800\"", "\n"],
            text => FuzzTarget.RefusableAsync(() => Task.FromResult(CaseFile.Parse("cases.jsonl", text.Split('\n')))));
    }

    private static FuzzTarget Of(string name, string file, IEnumerable<string> seeds, IEnumerable<string> tokens) =>
        new(name, FuzzTarget.Bytes(seeds), FuzzTarget.Bytes(tokens), bytes => ReadAsync(file, bytes));

    /// <summary>All that indexing does with a file, up to the database.</summary>
    public static Task ReadAsync(string name, byte[] bytes) => FuzzTarget.RefusableAsync(async () =>
    {
        using var content = new MemoryStream(bytes, writable: false);
        var document = await Readers.ReadAsync(name, name, content, CancellationToken.None).ConfigureAwait(false);
        var rows = DocumentRows.Of(document, Stamp, Chunker.Chunk(document));
        if (rows.Passages.Any(passage => !passage.Passage.StandsIn(document)))
        {
            throw new InvalidOperationException("A passage does not stand in its document.");
        }

        if (rows.Names.SelectMany(row => row.Name.Places).Any(place => place.Start < 0 || place.End > document.Text.Length || place.Start >= place.End || place.SentenceEnd > document.Text.Length))
        {
            throw new InvalidOperationException("A name does not stand in its document.");
        }
    });

    /// <summary>A Word package around the XML of its text.</summary>
    public static byte[] Package(byte[] document)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""u8);
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8);
            Add("word/document.xml", document);

            void Add(string name, ReadOnlySpan<byte> content)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
