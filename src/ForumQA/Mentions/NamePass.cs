namespace ForumQA.Mentions;

/// <summary>Reads the names of a document in two passes: what tells of somebody or something, then every place where they stand.</summary>
internal sealed class NamePass
{
    private readonly string _text;
    private readonly IReadOnlyList<SentenceWords> _sentences;
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);

    public NamePass(string text, IReadOnlyList<SentenceWords> sentences)
    {
        (_text, _sentences) = (text, sentences);
        foreach (var words in sentences)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (!words.IsName(i))
                {
                    _small.Add(words.Folded(i));
                }
            }
        }
    }

    /// <summary>Adds all names to the collector.</summary>
    /// <returns>The people by key.</returns>
    public IReadOnlyDictionary<string, KnownPerson> Read(NameCollector names)
    {
        var finder = new PersonFinder(_small);
        var organizations = new OrganizationBook();
        var found = new List<(SentenceWords Words, List<WordRun> Events, List<WordRun> Organizations)>();
        foreach (var words in _sentences)
        {
            var runs = NameRuns.Find(words, _small);
            var events = EventFinder.Find(words, runs);
            var owned = OrganizationFinder.Find(words, runs, events);
            foreach (var run in owned)
            {
                organizations.Add(OrganizationFinder.KeyOf(words, run), words.Text(run), words.Key(run));
            }

            if (!words.IsHeading)
            {
                finder.Read(words, runs, owned, [.. events, .. owned]);
            }

            found.Add((words, events, owned));
        }

        foreach (var (key, name, form) in finder.Employers.Concat(finder.Speakers))
        {
            organizations.Add(key, name, form);
        }

        var people = finder.People.Where(person => !organizations.Has(person.Key)).ToDictionary(person => person.Key, StringComparer.Ordinal);
        organizations.Settle(people, _small);
        organizations.AddAcronyms(_text);
        var places = new PlacePass(people, organizations, finder, names);
        foreach (var (words, events, owned) in found)
        {
            places.Read(words, events, owned);
        }

        foreach (var person in people.Values)
        {
            person.SettleOrganizations(organizations.KeyOf);
        }

        return people;
    }
}
