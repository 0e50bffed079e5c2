using System.Collections.Frozen;

namespace ForumQA.Text.Mentions;

/// <summary>The word lists of <c>mention-words.txt</c>, folded. An expression's words are parted by blanks.</summary>
internal static class MentionLexicon
{
    private const string Resource = "ForumQA.Text.Mentions.mention-words.txt";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Sections = Load();

    public static FrozenSet<string> Roles { get; } = Sections["role"];

    public static FrozenSet<string> LooseRoles { get; } = Sections["loose-role"];

    public static FrozenSet<string> Honorifics { get; } = Sections["honorific"];

    public static FrozenSet<string> ReportingVerbs { get; } = Sections["reporting"];

    public static FrozenSet<string> Adverbs { get; } = Sections["adverb"];

    public static FrozenSet<string> OrganizationWords { get; } = Sections["organization"];

    public static FrozenSet<string> OrganizationHeads { get; } = Sections["organization-head"];

    public static FrozenSet<string> KnownOrganizations { get; } = Sections["known-organization"];

    public static FrozenSet<string> LegalForms { get; } = Sections["legal"];

    public static FrozenSet<string> EventWords { get; } = Sections["event"];

    public static FrozenSet<string> EventPhrases { get; } = Sections["event-phrase"];

    public static FrozenSet<string> Countries { get; } = Sections["country"];

    public static FrozenSet<string> Cities { get; } = Sections["city"];

    /// <summary>Countries, cities and all others.</summary>
    public static FrozenSet<string> Places { get; } = Sections["place"].Concat(Countries).Concat(Cities).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The countries, and other words for them, that go with "Japanese" and the like.</summary>
    public static ILookup<string, string> CountriesOf { get; } = Sections["demonym"].Select(pair => pair.Split(':')).ToLookup(pair => pair[0], pair => pair[1]);

    public static FrozenSet<string> NotCompanies { get; } = Sections["not-a-company"];

    public static FrozenSet<string> PartsOfOrganizations { get; } = Sections["part-of-organization"];

    public static FrozenSet<string> Nationalities { get; } = Sections["nationality"];

    /// <summary>With their English abbreviations.</summary>
    public static FrozenSet<string> Months { get; } =
        new[] { Lexicon.In("en", "month", "month abbreviation"), Lexicon.In("de", "month"), Lexicon.In("es", "month") }.SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Weekdays { get; } = Sections["weekday"];

    public static FrozenSet<string> NotNames { get; } = Sections["not-a-name"];

    public static FrozenSet<string> GivenNames { get; } = Sections["given"];

    public static FrozenSet<string> LeadingSurnames { get; } = Sections["surname-first"];

    public static FrozenSet<string> Labels { get; } = Sections["label"];

    public static FrozenSet<string> BeforeRoles { get; } = Sections["before-role"];

    public static FrozenSet<string> Prepositions { get; } = Sections["preposition"];

    public static FrozenSet<string> AfterRoles { get; } = Sections["after-role"];

    public static FrozenSet<string> RolesOfSubjects { get; } = Sections["role-of-a-subject"];

    public static FrozenSet<string> CompanyNouns { get; } = Sections["company-noun"];

    public static FrozenSet<string> Particles { get; } = Sections["particle"];

    public static FrozenSet<string> Opinions { get; } = Sections["opinion"];

    public static FrozenSet<string> Linking { get; } = Sections["linking"];

    public static FrozenSet<string> AbbreviatedForms { get; } = Sections["abbreviated-legal"];

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(MentionLexicon).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                sections[line.Trim('[', ']', ' ')] = words = new HashSet<string>(StringComparer.Ordinal);
            }
            else if (!line.StartsWith('#'))
            {
                words.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => WordFolding.Fold(word.Replace('_', ' '))));
            }
        }

        return sections.ToFrozenDictionary(section => section.Key, section => section.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
