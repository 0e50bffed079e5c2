using System.IO.Compression;
using System.Text;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Spreadsheets, presentations and books around the XML of one of their parts, as small as their formats allow.</summary>
internal static class Packages
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Slide = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>A spreadsheet with one sheet.</summary>
    /// <param name="sheet">What stands in its <c>worksheet</c>.</param>
    /// <param name="strings">What stands in its table of shared strings.</param>
    /// <param name="styles">What stands in its style sheet.</param>
    public static byte[] Workbook(string sheet, string strings = "", string styles = "") =>
        Workbook([("Sheet1", "visible", $"""<worksheet xmlns="{Sheet}">{sheet}</worksheet>""")], strings, styles);

    /// <summary>A spreadsheet with several sheets, each with its name, state and XML.</summary>
    public static byte[] Workbook(IReadOnlyList<(string Name, string State, string Xml)> sheets, string strings = "", string styles = "") => Pack(
        [
            ("[Content_Types].xml", $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/strings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{Office}"><sheets>{string.Concat(sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" state="{sheet.State}" r:id="s{i}"/>"""))}</sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="s{i}" Type="{Office}/worksheet" Target="sheet{i}.xml"/>"""))}<Relationship Id="t" Type="{Office}/sharedStrings" Target="strings.xml"/><Relationship Id="y" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
            ("xl/strings.xml", $"""<sst xmlns="{Sheet}">{strings}</sst>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{Sheet}">{styles}</styleSheet>"""),
            .. sheets.Select((sheet, i) => ($"xl/sheet{i}.xml", sheet.Xml)),
        ]);

    /// <summary>The XML of a sheet with such rows.</summary>
    public static string SheetOf(string content) => $"""<worksheet xmlns="{Sheet}">{content}</worksheet>""";

    /// <summary>A row of texts, the empty ones left out.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((text, i) => text.Length == 0 ? "" : $"""<c r="{(char)('A' + i)}{number}" t="inlineStr"><is><t>{text}</t></is></c>"""))}</row>";

    /// <summary>A presentation with such slides: the XML in each one's <c>p:spTree</c>, and that of the shapes of its notes.</summary>
    public static byte[] Presentation(params (string Shapes, string Notes)[] slides) => Pack(
        [
            ("[Content_Types].xml", $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/>{string.Concat(slides.Select((_, i) => $"""<Override PartName="/ppt/notes{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"/>"""))}</Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="ppt/presentation.xml"/></Relationships>"""),
            ("ppt/presentation.xml", $"""<p:presentation xmlns:p="{Slide}" xmlns:r="{Office}"><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"""<p:sldId id="{256 + i}" r:id="s{i}"/>"""))}</p:sldIdLst></p:presentation>"""),
            ("ppt/_rels/presentation.xml.rels", $"""<Relationships xmlns="{Relations}">{string.Concat(slides.Select((_, i) => $"""<Relationship Id="s{i}" Type="{Office}/slide" Target="slide{i}.xml"/>"""))}</Relationships>"""),
            .. slides.SelectMany((slide, i) => new[]
            {
                ($"ppt/slide{i}.xml", $"""<p:sld xmlns:p="{Slide}" xmlns:a="{Drawing}"><p:cSld><p:spTree>{slide.Shapes}</p:spTree></p:cSld></p:sld>"""),
                ($"ppt/_rels/slide{i}.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="n" Type="{Office}/notesSlide" Target="notes{i}.xml"/></Relationships>"""),
                ($"ppt/notes{i}.xml", $"""<p:notes xmlns:p="{Slide}" xmlns:a="{Drawing}"><p:cSld><p:spTree>{slide.Notes}</p:spTree></p:cSld></p:notes>"""),
            }),
        ]);

    /// <summary>A shape of a slide.</summary>
    /// <param name="placeholder">Such as <c>type="title"</c>; empty for a placeholder of any content; null for a plain text box.</param>
    /// <param name="paragraphs">Each one's XML within <c>a:p</c>, or its words.</param>
    public static string Shape(string? placeholder, params string[] paragraphs) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:cNvSpPr/><p:nvPr>{(placeholder is null ? "" : $"<p:ph {placeholder}/>")}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{string.Concat(paragraphs.Select(text => $"<a:p>{(text.StartsWith('<') ? text : $"<a:r><a:t>{text}</a:t></a:r>")}</a:p>"))}</p:txBody></p:sp>";

    /// <summary>A book with such chapters, each a page of XHTML, or what stands in its body.</summary>
    public static byte[] Book(params string[] chapters) => Book(null, chapters);

    /// <inheritdoc cref="Book(string[])"/>
    /// <param name="encryption">The XML that says what is encrypted; null for nothing.</param>
    /// <param name="chapters">Each one's XHTML.</param>
    public static byte[] Book(string? encryption, string[] chapters) => Pack(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""),
            ("OEBPS/book.opf", $"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The harbour book</dc:title><dc:creator>Ada Quill</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{string.Concat(chapters.Select((_, i) => $"""<item id="c{i}" href="text/chapter%20{i}.xhtml" media-type="application/xhtml+xml"/>"""))}</manifest><spine><itemref idref="nav"/>{string.Concat(chapters.Select((_, i) => $"""<itemref idref="c{i}"/>"""))}</spine></package>"""),
            ("OEBPS/nav.xhtml", """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li>Contents line</li></ol></nav></body></html>"""),
            .. chapters.Select((chapter, i) => ($"OEBPS/text/chapter {i}.xhtml", chapter.StartsWith("<?", StringComparison.Ordinal) ? chapter : $"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{chapter}</body></html>""")),
            .. encryption is null ? Array.Empty<(string, string)>() : [("META-INF/encryption.xml", encryption)],
        ]);

    /// <summary>A zip package of such parts.</summary>
    public static byte[] Pack(IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
