using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds people who are listed as such: in front matter, and behind "Present:", "Contact:" and the like.</summary>
internal static partial class LabelledPeople
{
    private static readonly IReadOnlyList<string> MetadataNames = Lexicon.InOrder("en", "metadata of people");

    // A name has two words or an initial; what stands behind a comma and is one word in capitals or small letters is no name.
    private static readonly Regex Entries = new(
        $@"(?<name>(?:\p{{Lu}}\.(?: ?\p{{Lu}}\.)?|\p{{Lu}}[\p{{L}}’'-]+)(?: (?:{WordPattern.AnyOf(MentionLexicon.Particles)}\b|\p{{Lu}}\.|\p{{Lu}}[\p{{L}}’'-]+)){{1,3}})"
        + @"(?:\s\((?<role>[^()\n]{2,80})\)|, (?<department>\p{Lu}{2,6}|\p{Ll}[^,;\n(]{2,40})(?=,|;|\.|$))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static void Read(Document document, PersonFinder finder)
    {
        foreach (var name in MetadataNames)
        {
            if (document.Metadata.TryGetValue(name, out var value))
            {
                ReadList(value, 0, value.Length, finder);
            }
        }

        foreach (Match match in Labels().Matches(document.Text))
        {
            if (match.Groups["label"].Value.Split(' ').All(word => MentionLexicon.Labels.Contains(WordFolding.Fold(word)) || StopWordList.Contains(WordFolding.Fold(word))))
            {
                var list = match.Groups["list"];
                ReadList(document.Text, list.Index, list.Index + list.Length, finder);
            }
        }
    }

    /// <summary>"A. Müller, B. Chen (minutes), Dana Ortiz, HR": a name, and what stands behind it up to the next.</summary>
    private static void ReadList(string text, int start, int end, PersonFinder finder)
    {
        foreach (Match match in Entries.Matches(text[start..end]))
        {
            var name = match.Groups["name"];
            var span = new TextSpan(start + name.Index, start + name.Index + name.Length);
            if (span.Length == 0)
            {
                continue;
            }

            var words = new SentenceWords(text, span, isHeading: false);
            var role = match.Groups["role"] is { Success: true } inside ? inside.Value : match.Groups["department"] is { Success: true } outside ? outside.Value : null;
            if (words.Count > 1)
            {
                finder.Name(words, new WordRun(0, words.Count), role);
            }
        }
    }

    [GeneratedRegex(@"^(?:[-*•] )?(?<label>\p{L}[\p{L}-]*(?: \p{L}+){0,2}): ?(?<list>\p{Lu}[^\n]{2,400})$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Labels();
}
