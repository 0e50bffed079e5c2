using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>
/// Words to search for besides those asked, read from a file in the format of Solr's synonyms.txt
/// (https://solr.apache.org/guide/solr/latest/indexing-guide/filters.html#synonym-graph-filter): a line <c>a, b, c</c> makes all alike,
/// <c>a, b => c</c> adds c to a question with a or b; entries may have several words; <c>#</c> starts a comment, <c>\</c> escapes.
/// </summary>
internal sealed class SynonymMap
{
    private const string Resource = "ForumQA.Retrieval.synonyms.txt";

    private static readonly Lazy<SynonymMap> BuiltIn = new(ReadBuiltIn);

    private readonly Dictionary<string, List<Word[]>> _synonyms = new(StringComparer.Ordinal);

    /// <summary>The file of the library.</summary>
    public static SynonymMap Default => BuiltIn.Value;

    /// <summary>Words in the longest entry.</summary>
    public int LongestEntry { get; private set; }

    /// <exception cref="ForumQAException">The file cannot be read.</exception>
    public static SynonymMap ReadFile(string path)
    {
        try
        {
            return Parse(File.ReadLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("synonyms-unreadable", $"The synonym file '{path}' cannot be read: {e.Message} Check Retrieval:Synonyms.", e);
        }
    }

    public static SynonymMap Parse(IEnumerable<string> lines)
    {
        var map = new SynonymMap();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var arrow = line.IndexOf("=>", StringComparison.Ordinal);
            var left = ReadEntries(arrow < 0 ? line : line[..arrow]);
            var right = arrow < 0 ? left : ReadEntries(line[(arrow + 2)..]);
            foreach (var entry in left)
            {
                map.Add(entry, right.Where(other => Key(other) != Key(entry)));
            }
        }

        return map;
    }

    /// <summary>What may stand in place of these words; empty when nothing is known.</summary>
    public IReadOnlyList<Word[]> Find(IEnumerable<Word> words) => _synonyms.GetValueOrDefault(Key(words)) ?? [];

    private static SynonymMap ReadBuiltIn()
    {
        using var stream = typeof(SynonymMap).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd().Split('\n'));
    }

    // Stems, so that an entry stands for every form of its words.
    private static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Stem));

    private static List<Word[]> ReadEntries(string text)
    {
        var entries = new List<string> { "" };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                entries[^1] += text[++i];
            }
            else if (text[i] == ',')
            {
                entries.Add("");
            }
            else
            {
                entries[^1] += text[i];
            }
        }

        return [.. entries.Select(entry => Tokenizer.Tokenize(entry).Select(token => token.Word).ToArray()).Where(words => words.Length > 0)];
    }

    private void Add(Word[] entry, IEnumerable<Word[]> synonyms)
    {
        if (!_synonyms.TryGetValue(Key(entry), out var known))
        {
            _synonyms[Key(entry)] = known = [];
        }

        known.AddRange(synonyms.Where(words => !known.Any(other => Key(other) == Key(words))));
        LongestEntry = Math.Max(LongestEntry, entry.Length);
    }
}
