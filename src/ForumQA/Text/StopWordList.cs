using System.Collections.Frozen;

namespace ForumQA.Text;

/// <summary>The words of <c>stop-words.txt</c>, which say nothing about a text's subject.</summary>
internal static class StopWordList
{
    private const string Resource = "ForumQA.Text.stop-words.txt";

    private static readonly FrozenSet<string> Words = Load();

    public static IReadOnlyCollection<string> All => Words;

    public static bool Contains(string folded) => Words.Contains(folded);

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(StopWordList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                words.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => WordFolding.Fold(word)));
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
