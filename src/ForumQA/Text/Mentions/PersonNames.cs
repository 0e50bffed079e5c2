namespace ForumQA.Text.Mentions;

/// <summary>Tells which runs of capitalized words are shaped as the names of people.</summary>
/// <param name="small">The words that the document also writes small.</param>
internal sealed class PersonNames(IReadOnlySet<string> small)
{
    /// <summary>Parts "Foreign Minister Wang Yi" into title and name.</summary>
    public static (WordRun Title, WordRun Name) Split(SentenceWords words, WordRun run)
    {
        for (var i = run.To - 1; i >= run.From; i--)
        {
            if (MentionLexicon.Roles.Contains(words.Folded(i)) || MentionLexicon.Honorifics.Contains(words.Folded(i)))
            {
                // "On Monday Foreign Minister ..."
                var from = run.From;
                while (from < i && (MentionLexicon.Weekdays.Contains(words.Folded(from)) || MentionLexicon.Months.Contains(words.Folded(from))))
                {
                    from++;
                }

                return (new WordRun(from, i + 1), new WordRun(i + 1, run.To));
            }
        }

        return (new WordRun(run.From, run.From), run);
    }

    /// <summary>Whether a run may be a name.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="name">The run, without a title.</param>
    /// <param name="titled">Whether a title stands before it: then one word is enough.</param>
    public bool IsShapedAsName(SentenceWords words, WordRun name, bool titled)
    {
        if (name.Length is 0 or > 5 || (name.Length == 1 && (!titled || small.Contains(words.Folded(name.From)))))
        {
            return false;
        }

        // "Jordan Smith" is a person although Jordan is a place; "Norman Italy" is none.
        var isGiven = MentionLexicon.GivenNames.Contains(words.Folded(name.From));
        for (var i = name.From; i < name.To; i++)
        {
            var folded = words.Folded(i);
            var mayBePlace = isGiven && i == name.From;
            if (words.Raw(i).ContainsAnyInRange('0', '9') || MentionLexicon.NotNames.Contains(folded) || MentionLexicon.OrganizationWords.Contains(folded)
                || MentionLexicon.EventWords.Contains(folded) || MentionLexicon.LegalForms.Contains(folded) || MentionLexicon.Weekdays.Contains(folded)
                || (!mayBePlace && (MentionLexicon.Months.Contains(folded) || MentionLexicon.Places.Contains(folded) || MentionLexicon.Nationalities.Contains(folded)))
                || (!isGiven && words.Raw(i).Length > 1 && !words.Raw(i).ContainsAnyInRange('a', 'z') && words.Raw(i)[0] < '\u0080' && !words.Raw(i).ContainsAnyInRange('\u00DF', '\u00FF')))
            {
                return false;
            }
        }

        return !(name.Length > 1 && words.Any(name, MentionLexicon.KnownOrganizations)) && !MentionLexicon.KnownOrganizations.Contains(words.Key(name));
    }

    /// <summary>"Rosa Klein", unless both are words of another kind too.</summary>
    public bool BeginsWithGivenName(SentenceWords words, WordRun name) =>
        MentionLexicon.GivenNames.Contains(words.Folded(name.From)) && !small.Contains(words.Folded(name.From)) && !small.Contains(words.Folded(name.To - 1))
        && !MentionLexicon.Places.Contains(words.Folded(name.From)) && !MentionLexicon.Roles.Contains(words.Folded(name.From));
}
