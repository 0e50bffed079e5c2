namespace ForumQA.Text.Mentions;

/// <summary>Gathers the names of a document.</summary>
internal sealed class NameCollector
{
    private readonly Dictionary<(MentionKind Kind, string Key), Entry> _entries = [];

    /// <summary>Adds a place where a name stands.</summary>
    public void Add(MentionKind kind, string key, string name, NamePlace place)
    {
        if (!_entries.TryGetValue((kind, key), out var entry))
        {
            _entries[(kind, key)] = entry = new Entry(name);
        }

        if (entry.Taken.Add((place.Start, place.End)))
        {
            entry.Places.Add(place);
            entry.Forms[name] = entry.Forms.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>The names with all that was gathered, by kind and first place.</summary>
    /// <param name="people">Who the people are.</param>
    public IReadOnlyList<DocumentName> ToNames(IReadOnlyDictionary<string, KnownPerson> people) =>
        [.. _entries
            .Select(entry => ToName(entry.Key.Kind, entry.Key.Key, entry.Value, entry.Key.Kind == MentionKind.Person ? people.GetValueOrDefault(entry.Key.Key) : null))
            .OrderBy(name => name.Kind)
            .ThenBy(name => name.Places[0].Start)
            .ThenBy(name => name.Key, StringComparer.Ordinal)];

    private static DocumentName ToName(MentionKind kind, string key, Entry entry, KnownPerson? person)
    {
        var places = entry.Places.OrderBy(place => place.Start).ThenBy(place => place.End).ToList();
        var best = person?.Name ?? entry.Forms.OrderBy(form => IsAcronym(form.Key)).ThenByDescending(form => form.Value).ThenByDescending(form => form.Key.Length).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
        return new DocumentName(kind, key, best)
        {
            Details = person?.Roles ?? [.. places.Select(place => place.Detail).OfType<string>().Distinct()],
            Organizations = person?.Organizations ?? [],
            Aliases = [.. entry.Forms.Keys.Concat(person?.Aliases ?? []).Distinct().Where(form => form != best).Order(StringComparer.Ordinal)],
            Places = places,
        };
    }

    /// <summary>"WHO": the name is better known in full.</summary>
    private static bool IsAcronym(string form) => !form.Contains(' ') && !form.Any(char.IsLower);

    private sealed class Entry(string name)
    {
        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal) { [name] = 0 };

        public List<NamePlace> Places { get; } = [];

        public HashSet<(int Start, int End)> Taken { get; } = [];
    }
}
