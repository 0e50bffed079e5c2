namespace ForumQA.Text.Mentions;

/// <summary>Finds the people of a document: names with something beside them that is said of people.</summary>
internal sealed class PersonFinder
{
    private readonly Dictionary<string, KnownPerson> _people = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Name, string Form)> _speakers = [];
    private readonly PersonNames _names;

    /// <param name="small">The words that the document also writes small.</param>
    public PersonFinder(IReadOnlySet<string> small) => _names = new PersonNames(small);

    /// <summary>The roles that were read, where they stand: (sentence, person, role).</summary>
    public Dictionary<(int Sentence, string Key), string> Stated { get; } = [];

    public IEnumerable<KnownPerson> People => _people.Values.Where(person => person.IsPerson);

    /// <summary>The organizations that people belong to, by the words of a role.</summary>
    public List<(string Key, string Name, string Form)> Employers { get; } = [];

    /// <summary>What speaks more than once and is shaped as no person is: "OpenGov Asia writes".</summary>
    public IEnumerable<(string Key, string Name, string Form)> Speakers => _speakers.GroupBy(speaker => speaker).Where(speaker => speaker.Count() > 1).Select(speaker => speaker.Key);

    /// <summary>Takes in what a sentence says of people.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="runs">Its names.</param>
    /// <param name="organizations">Those of them that are organizations.</param>
    /// <param name="taken">Those of them that are no people.</param>
    public void Read(SentenceWords words, IReadOnlyList<WordRun> runs, IReadOnlyList<WordRun> organizations, IReadOnlyList<WordRun> taken)
    {
        foreach (var run in runs.Where(run => !taken.Any(run.Overlaps)))
        {
            var (title, name) = PersonNames.Split(words, run);
            var isTitled = title.Length > 0 && !MentionLexicon.LooseRoles.Contains(words.Folded(title.To - 1));
            if (_names.IsShapedAsName(words, name, isTitled))
            {
                Read(words, title, name, organizations);
            }
            else if (run.Length > 1 && title.Length == 0 && !words.All(run, MentionLexicon.NotNames) && !MentionLexicon.Places.Contains(words.Key(run))
                && !words.All(run, MentionLexicon.Nationalities) && (Speaks(words, run.To) || IsSource(words, run)))
            {
                _speakers.Add((OrganizationFinder.KeyOf(words, run), words.Text(run), words.Key(run)));
            }
        }
    }

    /// <summary>Takes in somebody who is named as a person, wherever that is: in front matter, or behind "Present:".</summary>
    public void Name(SentenceWords words, WordRun name, string? role)
    {
        if (_names.IsShapedAsName(words, name, titled: true))
        {
            var person = Person(words, name);
            person.IsCertain = true;
            if (role is not null)
            {
                person.AddRole(role);
            }
        }
    }

    private void Read(SentenceWords words, WordRun title, WordRun name, IReadOnlyList<WordRun> organizations)
    {
        var person = Person(words, name);
        if (name.Length is 2 or 3 && !words.IsHeading && _names.BeginsWithGivenName(words, name))
        {
            person.Hints = Math.Max(person.Hints, 1);
        }

        if (title.Length > 0)
        {
            person.IsCertain |= !words.All(title, MentionLexicon.LooseRoles);
            person.Hints++;
            if (!words.All(title, MentionLexicon.Honorifics))
            {
                State(words, person, title, []);
            }
        }

        if (name.Length > 1)
        {
            ReadBefore(words, name, person, organizations);
            ReadAfter(words, name, person, organizations);
        }
    }

    private void ReadBefore(SentenceWords words, WordRun name, KnownPerson person, IReadOnlyList<WordRun> organizations)
    {
        if (name.From == 0)
        {
            return;
        }

        var before = name.From - 1;
        var word = words.Folded(before);
        if (words.Gap(before) is not " ")
        {
            return;
        }

        if (word == "the")
        {
            person.Hints -= 2;
        }
        else if (MentionLexicon.ReportingVerbs.Contains(word) && !words.IsName(before))
        {
            person.Hints++;
        }
        else if (IsSource(words, name) || (before > 0 && (word == "of" && MentionLexicon.Opinions.Contains(words.Folded(before - 1)))))
        {
            person.Hints++;
        }
        else if (RoleBefore(words, before) is >= 0 and var role)
        {
            // "Toshiba's chief executive Taro Shimada": the role stands before the name, with its owner before that.
            var from = role;
            while (from > 0 && words.Gap(from - 1) is " " or "-" or "'" or "’" && !words.IsStopWord(from - 1))
            {
                from--;
            }

            person.Hints++;
            person.IsCertain |= !MentionLexicon.LooseRoles.Contains(words.Folded(role));
            State(words, person, new WordRun(from, name.From), organizations.Where(run => run.From >= from && run.To <= name.From));
        }
    }

    private void ReadAfter(SentenceWords words, WordRun name, KnownPerson person, IReadOnlyList<WordRun> organizations)
    {
        var next = name.To;
        if (next >= words.Count)
        {
            return;
        }

        var gap = words.Gap(next - 1);
        if (gap is " (")
        {
            ReadParenthesis(words, next, person, organizations);
            return;
        }

        if (gap is ", ")
        {
            var from = words.Folded(next) == "who" && next + 1 < words.Count && words.Folded(next + 1) is "is" or "was" ? next + 2 : next;
            Appose(words, from, person, organizations);
        }
        else if (gap is "'" or "’" or " " && MentionLexicon.Linking.Contains(words.Folded(next)))
        {
            Appose(words, next + 1, person, organizations);
        }
        else if (gap is " " && words.Folded(next) == "of")
        {
            ReadOwner(words, next + 1, person, organizations);
        }
        else if (gap is " " && Speaks(words, next))
        {
            person.Hints++;
        }
    }

    /// <summary>"Liu Song of Alibaba said"</summary>
    private void ReadOwner(SentenceWords words, int from, KnownPerson person, IReadOnlyList<WordRun> organizations)
    {
        from = from < words.Count && words.Folded(from) == "the" ? from + 1 : from;
        var known = organizations.FirstOrDefault(run => run.From == from);
        var end = from;
        while (end < words.Count && words.IsName(end) && (end == from || NameRuns.AreJoined(words, end - 1)))
        {
            end++;
        }

        var owner = known.Length > 0 ? known : OrganizationFinder.WithForm(words, new WordRun(from, end));
        if (owner.Length == 0 || MentionLexicon.Places.Contains(words.Key(owner)))
        {
            return;
        }

        if (Speaks(words, owner.To))
        {
            person.Hints++;
        }

        Employ(words, person, owner);
    }

    private void ReadParenthesis(SentenceWords words, int from, KnownPerson person, IReadOnlyList<WordRun> organizations)
    {
        var end = from;
        while (end < words.Count - 1 && !words.Gap(end).Contains(')'))
        {
            end++;
        }

        var inside = new WordRun(from, end + 1);
        if (RolePhrase.Read(words, from, organizations) is { } role && role.Words.From <= from + 1)
        {
            Take(words, person, role);
        }
        else if (inside.Length is > 1 and < 4 && Enumerable.Range(from, inside.Length).All(words.IsName) && inside.Length >= 2 && _names.IsShapedAsName(words, inside, titled: false))
        {
            person.Hints++;
            person.Aliases.Add(words.Text(inside));
        }
    }

    private void Appose(SentenceWords words, int from, KnownPerson person, IReadOnlyList<WordRun> organizations)
    {
        if (from < words.Count && RolePhrase.Read(words, from, organizations) is { } role)
        {
            Take(words, person, role);
        }
    }

    private void Take(SentenceWords words, KnownPerson person, RolePhrase role)
    {
        person.Hints++;
        person.IsCertain |= !MentionLexicon.LooseRoles.Contains(words.Folded(role.Head));
        State(words, person, role.Words, role.Organizations);
    }

    private void State(SentenceWords words, KnownPerson person, WordRun role, IEnumerable<WordRun> organizations)
    {
        var text = words.Text(role);
        person.AddRole(text);
        Stated.TryAdd((words.Span.Start, person.Key), text);
        foreach (var organization in organizations)
        {
            Employ(words, person, organization);
        }
    }

    private void Employ(SentenceWords words, KnownPerson person, WordRun organization)
    {
        var key = OrganizationFinder.KeyOf(words, organization);
        person.AddOrganization(key);
        Employers.Add((key, words.Text(organization), words.Key(organization)));
    }

    private KnownPerson Person(SentenceWords words, WordRun name)
    {
        var key = words.Key(name);
        if (!_people.TryGetValue(key, out var person))
        {
            _people[key] = person = new KnownPerson(key, words.Text(name));
        }

        return person;
    }

    /// <summary>The role that ends at a word, as "head of security" does; -1 when none does.</summary>
    private static int RoleBefore(SentenceWords words, int last)
    {
        if (words.IsStopWord(last))
        {
            return -1;
        }

        for (var i = last; i >= Math.Max(0, last - 3) && !words.IsName(i) && words.Gap(i) is " " or "-"; i--)
        {
            if (MentionLexicon.Roles.Contains(words.Folded(i)) && (i == last || words.Folded(i + 1) is "of" or "for"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"according to ..."</summary>
    private static bool IsSource(SentenceWords words, WordRun run) =>
        run.From > 1 && words.Folded(run.From - 1) == "to" && words.Folded(run.From - 2) == "according";

    private static bool Speaks(SentenceWords words, int i)
    {
        while (i < words.Count && MentionLexicon.Adverbs.Contains(words.Folded(i)))
        {
            i++;
        }

        return i < words.Count && MentionLexicon.ReportingVerbs.Contains(words.Folded(i)) && !words.IsName(i);
    }
}
