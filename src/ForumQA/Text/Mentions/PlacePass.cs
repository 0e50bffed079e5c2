namespace ForumQA.Text.Mentions;

/// <summary>Finds every place where the known names of a document stand.</summary>
internal sealed class PlacePass
{
    private readonly NameTable _full = new();
    private readonly Dictionary<string, string?> _surnames = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, KnownPerson> _people;
    private readonly OrganizationBook _organizations;
    private readonly PersonFinder _finder;
    private readonly NameCollector _names;

    public PlacePass(IReadOnlyDictionary<string, KnownPerson> people, OrganizationBook organizations, PersonFinder finder, NameCollector names)
    {
        (_people, _organizations, _finder, _names) = (people, organizations, finder, names);
        foreach (var person in people.Values)
        {
            _full.Add(person.Key, person.Key);
            foreach (var alias in person.Aliases)
            {
                _full.Add(string.Join(' ', Text.Tokenizer.Tokenize(alias).Select(token => token.Word.Folded)), person.Key);
            }

            if (person.Words.Length > 1)
            {
                // Two people with one surname: it names neither by itself.
                _surnames[person.Surname] = _surnames.ContainsKey(person.Surname) ? null : person.Key;
            }
        }
    }

    public void Read(SentenceWords words, IReadOnlyList<WordRun> events, IReadOnlyList<WordRun> organizations)
    {
        var taken = new List<WordRun>();
        foreach (var run in events)
        {
            Add(MentionKind.Event, words.Key(run), words, run, taken);
        }

        foreach (var run in organizations)
        {
            Add(MentionKind.Organization, _organizations.KeyOf(OrganizationFinder.KeyOf(words, run)), words, run, taken);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (taken.Find(run => run.From <= i && i < run.To) is { Length: > 0 } inside)
            {
                i = inside.To - 1;
            }
            else if (_full.At(words, i) is { } person)
            {
                AddPerson(words, person.Run, person.Key, taken);
                i = person.Run.To - 1;
            }
            else if (_organizations.Table.At(words, i) is { } organization && !GoesOn(words, organization.Run))
            {
                Add(MentionKind.Organization, organization.Key, words, OrganizationFinder.WithForm(words, organization.Run), taken);
                i = organization.Run.To - 1;
            }
            else if (PlaceAt(words, i) is { Length: > 0 } place)
            {
                Add(MentionKind.Place, words.Key(place), words, place, taken);
                i = place.To - 1;
            }
            else if (StandsAlone(words, i) && _surnames.GetValueOrDefault(words.Folded(i)) is { } owner)
            {
                AddPerson(words, new WordRun(i, i + 1), owner, taken);
            }
        }
    }

    private void AddPerson(SentenceWords words, WordRun run, string key, List<WordRun> taken)
    {
        taken.Add(run);
        var place = Place(words, run) with { Detail = _finder.Stated.GetValueOrDefault((words.Span.Start, key)) ?? (run.Length == 1 ? _finder.Stated.GetValueOrDefault((words.Span.Start, words.Key(run))) : null) };
        _names.Add(MentionKind.Person, key, run.Length == 1 || words.Key(run) != key ? words.Text(run) : _people[key].Name, place);
    }

    private void Add(MentionKind kind, string key, SentenceWords words, WordRun run, List<WordRun> taken)
    {
        taken.Add(run);
        _names.Add(kind, key, words.Text(run), Place(words, run));
    }

    /// <summary>"Harvard Yard" is not Harvard, "Harvard President" is; in a heading every word may have a capital.</summary>
    private static bool GoesOn(SentenceWords words, WordRun run) =>
        !words.IsHeading && words.IsName(run.To) && words.Gap(run.To - 1) is " " && !words.IsStopWord(run.To)
        && !MentionLexicon.LegalForms.Contains(words.Folded(run.To)) && !MentionLexicon.Roles.Contains(words.Folded(run.To));

    private static NamePlace Place(SentenceWords words, WordRun run) =>
        new(words.Start(run.From), words.EndOf(run), words.Span.Start, words.Span.End);

    private static WordRun PlaceAt(SentenceWords words, int i)
    {
        if (!words.IsName(i))
        {
            return default;
        }

        for (var length = Math.Min(4, words.Count - i); length > 0; length--)
        {
            var run = new WordRun(i, i + length);
            if (MentionLexicon.Places.Contains(words.Key(run)) && AreJoined(words, run))
            {
                return run;
            }
        }

        return default;
    }

    private static bool AreJoined(SentenceWords words, WordRun run)
    {
        for (var i = run.From; i < run.To - 1; i++)
        {
            if (!NameRuns.AreJoined(words, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsAlone(SentenceWords words, int i) =>
        words.IsName(i) && !(words.IsName(i + 1) && NameRuns.AreJoined(words, i)) && !(words.IsName(i - 1) && NameRuns.AreJoined(words, i - 1) && !IsTitle(words, i - 1));

    private static bool IsTitle(SentenceWords words, int i) =>
        MentionLexicon.Roles.Contains(words.Folded(i)) || MentionLexicon.Honorifics.Contains(words.Folded(i)) || words.IsStopWord(i);
}
