using System.Text.RegularExpressions;

namespace ForumQA.Ingestion;

/// <summary>The phrases and patterns of <c>WebFurniture.txt</c>.</summary>
internal sealed class FurnitureList
{
    private const string Resource = "ForumQA.Ingestion.WebFurniture.txt";

    /// <summary>Phrases that are furniture wherever they fill a line.</summary>
    public required IReadOnlySet<string> Anywhere { get; init; }

    /// <summary>Phrases that are furniture before and after the article.</summary>
    public required IReadOnlySet<string> Edge { get; init; }

    /// <summary>Phrases that are furniture beside other furniture.</summary>
    public required IReadOnlySet<string> Company { get; init; }

    /// <summary>Words of which bars of buttons are made.</summary>
    public required IReadOnlySet<string> Buttons { get; init; }

    public required IReadOnlyList<Regex> AnywherePatterns { get; init; }

    public required IReadOnlyList<Regex> EdgePatterns { get; init; }

    public static FurnitureList Load()
    {
        using var stream = typeof(FurnitureList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("[[", StringComparison.Ordinal))
            {
                current = sections[line.Trim('[', ']')] = [];
            }
            else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                current.Add(line);
            }
        }

        return new FurnitureList
        {
            Anywhere = Phrases(sections["anywhere"]),
            Edge = Phrases(sections["edge"]),
            Company = Phrases(sections["company"]),
            Buttons = sections["buttons"].SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.Ordinal),
            AnywherePatterns = [.. sections["patterns anywhere"].Select(Pattern)],
            EdgePatterns = [.. sections["patterns edge"].Select(Pattern)],
        };
    }

    private static HashSet<string> Phrases(List<string> lines) =>
        lines.SelectMany(l => l.Split(" / ", StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);

    private static Regex Pattern(string pattern) =>
        new($"^(?:{pattern})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
