namespace ForumQA.Text.Mentions;

/// <summary>Reads the names of a document in two passes: what tells of somebody or something, then every place where they stand.</summary>
internal sealed class NamePass
{
    private readonly Document _document;
    private readonly IReadOnlyList<SentenceWords> _sentences;
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);

    public NamePass(Document document, IReadOnlyList<SentenceWords> sentences)
    {
        (_document, _sentences) = (document, sentences);
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

        LabelledPeople.Read(_document, finder);
        var people = finder.People.Where(person => !organizations.Has(person.Key)).ToDictionary(person => person.Key, StringComparer.Ordinal);
        JoinSurnames(people);
        organizations.Settle(people, _small);
        organizations.AddAcronyms(_document.Text);
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

    /// <summary>"Ms. Chen" is "B. Chen" where nobody else has that surname.</summary>
    private static void JoinSurnames(Dictionary<string, KnownPerson> people)
    {
        foreach (var surname in people.Values.Where(person => person.Words.Length == 1).ToList())
        {
            if (people.Values.Where(person => person.Words.Length > 1 && (person.Words[^1] == surname.Key || person.Surname == surname.Key)).Take(2).ToList() is [var owner])
            {
                people.Remove(surname.Key);
                surname.Roles.ForEach(owner.AddRole);
            }
        }
    }
}
