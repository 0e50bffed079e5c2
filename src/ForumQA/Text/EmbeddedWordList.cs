using System.Reflection;

namespace ForumQA.Text;

/// <summary>Reads the word lists that are part of the library: one entry a line, <c>#</c> starts a comment.</summary>
internal static class EmbeddedWordList
{
    /// <summary>Its lines without comments and empty ones.</summary>
    /// <param name="name">Folder and file, joined by a full stop.</param>
    public static IEnumerable<string> ReadLines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ForumQA." + name)
            ?? throw new InvalidOperationException($"The library was built without its resource '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Its lines as <c>name: word word ...</c>.</summary>
    /// <param name="name">Folder and file, joined by a full stop.</param>
    public static IEnumerable<(string Name, string[] Words)> ReadNamed(string name) =>
        from line in ReadLines(name)
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        select (line[..colon].Trim(), line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
