namespace ForumQA.Ingestion;

/// <summary>Tells a title that a person gave from one that a program filled in.</summary>
internal static class DeclaredTitle
{
    private static readonly string[] FileExtensions = [".doc", ".dot", ".rtf", ".odt", ".tex", ".dvi", ".indd", ".qxd", ".ppt", ".xls", ".pdf", ".htm"];

    /// <summary>The title, unless it is empty or the name of a file, such as "Microsoft Word - Draft2.doc".</summary>
    public static string? OrNull(string? title) =>
        string.IsNullOrWhiteSpace(title)
        || title.Trim() is "untitled" or "Untitled" or "Title"
        || title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase)
        || FileExtensions.Any(e => title.Contains(e, StringComparison.OrdinalIgnoreCase))
            ? null
            : title;
}
