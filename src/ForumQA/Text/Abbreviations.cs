using System.Globalization;

namespace ForumQA.Text;

/// <summary>The words of <c>Abbreviations.txt</c>.</summary>
internal static class Abbreviations
{
    private const string Resource = "ForumQA.Text.Abbreviations.txt";

    private static readonly Dictionary<string, HashSet<string>> Sections = Load();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Section("before a name");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Section("before a number");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Anywhere = Section("anywhere");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Section("openers");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GermanMonths = Section("german months");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GermanArticles = Section("before a german ordinal");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Exclamations = Section("names with an exclamation mark");

    public static AbbreviationKind KindOf(ReadOnlySpan<char> word) =>
        Contains(BeforeName, word) ? AbbreviationKind.BeforeName
        : Contains(BeforeNumber, word) ? AbbreviationKind.BeforeNumber
        : Contains(Anywhere, word) ? AbbreviationKind.Anywhere
        : AbbreviationKind.None;

    public static bool OpensSentence(ReadOnlySpan<char> word) => Openers.Contains(word);

    public static bool IsGermanMonth(ReadOnlySpan<char> word) => GermanMonths.Contains(word);

    public static bool PrecedesGermanOrdinal(ReadOnlySpan<char> word) => Contains(GermanArticles, word);

    public static bool IsNameWithExclamationMark(ReadOnlySpan<char> word) => Exclamations.Contains(word);

    /// <summary>An entry in lower case stands for every spelling; one with a capital only for itself.</summary>
    private static bool Contains(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> section, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 16)
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        var length = word.ToLowerInvariant(lower);
        return section.Contains(word) || section.Contains(lower[..length]);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Section(string name) =>
        Sections[name].GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, HashSet<string>> Load()
    {
        using var stream = typeof(Abbreviations).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The resource {Resource} is not embedded."));
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                current = sections[line.Trim('[', ']')] = new HashSet<string>(StringComparer.Ordinal);
            }
            else if (!line.StartsWith('#'))
            {
                current.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return sections;
    }
}
