using System.IO.Compression;

namespace ForumQA.Ingestion;

/// <summary>Refuses zip packages that were made to unpack into very much more than they are.</summary>
internal static class PackedFile
{
    /// <summary>The XML of a thousand pages has some ten million characters; its elements take up some thirty times as much memory.</summary>
    public const long MostCharacters = 30_000_000;

    /// <summary>XML that people wrote packs into a tenth to a thirtieth. What packs better by far is one thing over and over, made to be unpacked.</summary>
    private const long MostTimesPacked = 200;

    private const long SmallPart = 5_000_000;

    /// <summary>All parts with text together: a book has many chapters, and a presentation many slides.</summary>
    private const long MostInAll = 8 * MostCharacters;

    private static readonly string[] TextParts = [".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx"];

    /// <param name="file">A zip package.</param>
    /// <param name="code">The <see cref="ForumQAException.Code"/> of the refusal.</param>
    /// <exception cref="ForumQAException">It unpacks into too much; the message names the file and the remedy.</exception>
    /// <exception cref="InvalidDataException">It is no zip package.</exception>
    public static void RequireModest(SourceFile file, string code)
    {
        using var zip = new ZipArchive(new MemoryStream(file.Bytes, writable: false));
        var parts = zip.Entries.Where(entry => TextParts.Any(end => entry.FullName.EndsWith(end, StringComparison.OrdinalIgnoreCase))).ToList();
        var (length, packed) = (parts.Sum(entry => entry.Length), parts.Sum(entry => entry.CompressedLength));
        if (length > MostInAll || IsBomb(length, packed, 4 * SmallPart) || parts.Exists(part => part.Length > MostCharacters || IsBomb(part.Length, part.CompressedLength, SmallPart)))
        {
            throw TooLarge(file.Name, code);
        }
    }

    /// <summary>What is said of a file that unpacks into too much.</summary>
    public static ForumQAException TooLarge(string fileName, string code) => new(
        code, $"'{fileName}' unpacks into more than {MostCharacters / 1_000_000} MB of text, or into hundreds of times its size. Split it, or save it as .txt or .pdf.");

    private static bool IsBomb(long length, long packed, long small) => length > small && length > MostTimesPacked * packed;
}
