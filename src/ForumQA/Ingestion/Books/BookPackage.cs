using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ForumQA.Ingestion.Books;

/// <summary>What the package of an EPUB says of the book (EPUB 3.3, 4 and 5; EPUB 2 is alike in what is read).</summary>
internal sealed class BookPackage
{
    private const long MostCharacters = 5_000_000;

    private static readonly (string Element, string Name)[] Sources =
        [("creator", "author"), ("date", "date"), ("publisher", "publisher"), ("language", "lang")];

    /// <summary>The book's; null when it gives none.</summary>
    public string? Title { get; private init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The parts with text, in reading order, without the table of contents.</summary>
    public required IReadOnlyList<ZipArchiveEntry> Chapters { get; init; }

    /// <summary>Whether chapters are encrypted. Fonts often are, and do not matter here.</summary>
    public bool IsLocked { get; private init; }

    /// <exception cref="InvalidDataException">It is no EPUB; other exceptions mean the same.</exception>
    public static BookPackage Read(ZipArchive zip)
    {
        // A name that comes twice is a mistake of the program that packed it: the first one counts.
        var entries = zip.Entries.DistinctBy(entry => entry.FullName).ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
        var path = Load(entries, "META-INF/container.xml").Descendants().FirstOrDefault(e => e.Name.LocalName == "rootfile")?.Attribute("full-path")?.Value
            ?? throw new InvalidDataException("The container names no package.");
        var package = Load(entries, path).Root!;
        var items = package.Descendants().Where(e => e.Name.LocalName == "item" && e.Attribute("id") is not null)
            .DistinctBy(e => e.Attribute("id")!.Value).ToDictionary(e => e.Attribute("id")!.Value, StringComparer.Ordinal);
        var chapters = package.Descendants().Where(e => e.Name.LocalName == "itemref")
            .Select(e => items.GetValueOrDefault(e.Attribute("idref")?.Value ?? string.Empty))
            .OfType<XElement>().Distinct().Where(IsText)
            .Select(item => entries.GetValueOrDefault(Resolve(path, item.Attribute("href")?.Value ?? string.Empty)))
            .OfType<ZipArchiveEntry>().ToList();
        var locked = entries.ContainsKey("META-INF/encryption.xml")
            ? Load(entries, "META-INF/encryption.xml").Descendants().Where(e => e.Name.LocalName == "CipherReference")
                .Select(e => Uri.UnescapeDataString(e.Attribute("URI")?.Value ?? string.Empty)).ToHashSet(StringComparer.Ordinal)
            : [];
        var described = package.Descendants().Where(e => e.Name.NamespaceName == "http://purl.org/dc/elements/1.1/").ToList();
        return new BookPackage
        {
            Title = described.Find(e => e.Name.LocalName == "title")?.Value,
            Metadata = Sources
                .Select(source => (source.Name, Value: string.Join(", ", described.Where(e => e.Name.LocalName == source.Element).Select(e => e.Value))))
                .Where(pair => pair.Value.Length > 0)
                .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            Chapters = chapters,
            IsLocked = chapters.Exists(chapter => locked.Contains(chapter.FullName)),
        };
    }

    private static bool IsText(XElement item) =>
        item.Attribute("media-type")?.Value is "application/xhtml+xml" or "text/html"
        && item.Attribute("properties")?.Value.Split(' ').Contains("nav") is not true;

    private static XDocument Load(Dictionary<string, ZipArchiveEntry> entries, string name)
    {
        var entry = entries.GetValueOrDefault(name) ?? throw new InvalidDataException($"There is no {name}.");
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings
        {
            // A type may be declared, but nothing is fetched or expanded for it.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
        });
        return XDocument.Load(reader);
    }

    /// <summary>The entry that an address in the package means; none lies outside of the archive.</summary>
    private static string Resolve(string package, string address)
    {
        var parts = package.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(address.Split('#')[0]).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
