using System.Collections.Frozen;

namespace ForumQA.Ingestion;

/// <summary>Formats of pictures and documents that people expect to be read and that are not. Other files, such as programs and archives, nobody expects to.</summary>
internal static class UnreadFormats
{
    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".avif", ".svg",
        ".doc", ".dot", ".xls", ".ppt", ".rtf", ".odt", ".ods", ".odp", ".pages", ".numbers", ".key", ".msg", ".mbox", ".mobi", ".azw3", ".djvu", ".ps", ".tex", ".rst", ".adoc", ".org",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string fileName) => Extensions.Contains(Path.GetExtension(fileName));
}
