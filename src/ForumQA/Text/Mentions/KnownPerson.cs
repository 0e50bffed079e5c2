namespace ForumQA.Text.Mentions;

/// <summary>A person as one document tells of them.</summary>
/// <param name="key">The folded name.</param>
/// <param name="name">The name as written.</param>
internal sealed class KnownPerson(string key, string name)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    public string[] Words { get; } = key.Split(' ');

    /// <summary>How often something points to a person that might also point to another thing.</summary>
    public int Hints { get; set; }

    /// <summary>Whether something is said that can be said of a person only.</summary>
    public bool IsCertain { get; set; }

    /// <summary>Roles in the text's words.</summary>
    public List<string> Roles { get; } = [];

    /// <summary>Keys of organizations.</summary>
    public List<string> Organizations { get; } = [];

    /// <summary>Other forms of the name.</summary>
    public List<string> Aliases { get; } = [];

    public bool IsPerson => IsCertain || Hints > 1 || (Hints > 0 && HasKnownName);

    private bool HasKnownName => Words.Length > 1
        && (MentionLexicon.GivenNames.Contains(Words[0]) || MentionLexicon.LeadingSurnames.Contains(Words[0]) || MentionLexicon.LeadingSurnames.Contains(Words[^1]));

    public void AddRole(string role)
    {
        if (!Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            Roles.Add(role);
        }
    }

    public void AddOrganization(string key)
    {
        if (!Organizations.Contains(key))
        {
            Organizations.Add(key);
        }
    }

    /// <summary>Puts organizations under the keys they are kept by, the parts of one ("Department of ...") behind it.</summary>
    public void SettleOrganizations(Func<string, string> keyOf)
    {
        var settled = Organizations.Select(keyOf).Distinct().OrderBy(key => MentionLexicon.PartsOfOrganizations.Contains(key.Split(' ')[0]) ? 1 : 0).ToList();
        Organizations.Clear();
        Organizations.AddRange(settled);
    }

    /// <summary>The single word by which others call them: the last, or the first of a Chinese name.</summary>
    public string Surname => Words.Length == 2 && MentionLexicon.LeadingSurnames.Contains(Words[0]) && !MentionLexicon.GivenNames.Contains(Words[0]) ? Words[0] : Words[^1];
}
