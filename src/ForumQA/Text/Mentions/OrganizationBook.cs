namespace ForumQA.Text.Mentions;

/// <summary>The organizations of a document, the short and the long forms of one name under one key.</summary>
internal sealed class OrganizationBook
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, string Form)> _forms = [];

    public NameTable Table { get; } = new();

    /// <summary>Adds a name as it stands somewhere.</summary>
    /// <param name="key">Its folded words without the legal form.</param>
    /// <param name="name">As written.</param>
    /// <param name="form">All its folded words.</param>
    public void Add(string key, string name, string form)
    {
        _forms.Add((key, form));
        if (!_names.TryGetValue(key, out var known) || name.Length > known.Length)
        {
            _names[key] = name;
        }
    }

    public bool Has(string key) => _names.ContainsKey(key);

    /// <summary>The key under which an organization is kept.</summary>
    public string KeyOf(string key) => _keys.GetValueOrDefault(key, key);

    /// <summary>Joins "Huawei" and "Huawei Technologies Co., Ltd.", once all are known.</summary>
    /// <param name="people">Who is no organization.</param>
    /// <param name="small">The words that the document also writes small: one of them alone is no name of a company, "Future Co., Ltd." is.</param>
    public void Settle(IReadOnlyDictionary<string, KnownPerson> people, IReadOnlySet<string> small)
    {
        foreach (var person in people.Keys)
        {
            _names.Remove(person);
        }

        foreach (var key in _names.Keys.OrderBy(key => key.Length).ThenBy(key => key, StringComparer.Ordinal))
        {
            _keys[key] = ShorterOf(key);
        }

        foreach (var (key, form) in _forms.Where(form => _names.ContainsKey(form.Key)).OrderBy(form => form.Form, StringComparer.Ordinal))
        {
            Table.Add(form, KeyOf(key));
            if (!small.Contains(key) && !MentionLexicon.NotNames.Contains(key))
            {
                Table.Add(key, KeyOf(key));
            }
        }
    }

    /// <summary>Adds the acronyms that the text explains: "China International Publishing Group (CIPG)".</summary>
    public void AddAcronyms(string text)
    {
        foreach (var (acronym, expansion) in AcronymFinder.Find(text))
        {
            if (_names.ContainsKey(expansion))
            {
                var key = WordFolding.Fold(acronym);
                _keys[key] = KeyOf(expansion);
                Table.Add(key, KeyOf(expansion));
            }
        }
    }

    private string ShorterOf(string key)
    {
        var isCompany = MentionLexicon.LegalForms.Contains(LastWord(_names[key]));
        for (var blank = key.IndexOf(' '); isCompany && blank > 0; blank = key.IndexOf(' ', blank + 1))
        {
            if (_names.ContainsKey(key[..blank]))
            {
                return KeyOf(key[..blank]);
            }
        }

        return key;
    }

    private static string LastWord(string name)
    {
        var words = Tokenizer.Tokenize(name);
        return words.Count == 0 ? string.Empty : words[^1].Word.Folded;
    }
}
