namespace ForumQA.Text.Mentions;

/// <summary>What a person is, in the text's words: "Senior VP of Toshiba".</summary>
/// <param name="Words">The phrase, without its article.</param>
/// <param name="Head">The word that names the role.</param>
/// <param name="Organizations">The organizations it names, the person's own first.</param>
internal sealed record RolePhrase(WordRun Words, int Head, IReadOnlyList<WordRun> Organizations)
{
    private const int LongestLead = 8;

    private const int Longest = 30;

    /// <summary>Reads a role that begins at a word; null when none does.</summary>
    public static RolePhrase? Read(SentenceWords words, int from, IReadOnlyList<WordRun> organizations)
    {
        var start = from;
        while (start < words.Count && MentionLexicon.BeforeRoles.Contains(words.Folded(start)) && words.Gap(start) is " ")
        {
            start++;
        }

        var head = FindHead(words, start);
        if (head < 0)
        {
            return null;
        }

        var run = new WordRun(start, FindEnd(words, head));
        return new RolePhrase(run, head, FindOrganizations(words, run, head, organizations));
    }

    private static int FindHead(SentenceWords words, int start)
    {
        var head = -1;
        for (var i = start; i < words.Count && i < start + LongestLead; i++)
        {
            if (MentionLexicon.Prepositions.Contains(words.Folded(i)) || MentionLexicon.AfterRoles.Contains(words.Folded(i)))
            {
                break;
            }

            if (MentionLexicon.Roles.Contains(words.Folded(i)))
            {
                head = i;
            }

            if (words.Gap(i) is not (" " or "-" or "'" or "’" or " & " or "&" or "/"))
            {
                break;
            }
        }

        return head;
    }

    private static int FindEnd(SentenceWords words, int head)
    {
        var end = head + 1;
        var isOpen = false;
        while (end < words.Count && end < head + Longest)
        {
            var gap = words.Gap(end - 1);
            var isForm = gap is ", " or "., " or ". " && words.IsName(end) && MentionLexicon.LegalForms.Contains(words.Folded(end));
            if (!isForm && gap is not (" " or "-" or "'" or "’" or " & " or "&" or "/" or " (" or ") " or "\n"))
            {
                break;
            }

            if (gap is " (" && !(end + 1 < words.Count && words.Gap(end) is ") " && words.IsName(end + 1)))
            {
                // "(Beijing) Technology" belongs to a name; any other parenthesis does not.
                break;
            }

            if (gap is ") " && !isOpen)
            {
                break;
            }

            isOpen = gap is " (" || (isOpen && gap is not ") ");
            if (MentionLexicon.AfterRoles.Contains(words.Folded(end)) || (!words.IsName(end) && MentionLexicon.ReportingVerbs.Contains(words.Folded(end))) || EndsAtAnd(words, end))
            {
                break;
            }

            end++;
        }

        while (end - 1 > head && (words.IsStopWord(end - 1) && !words.IsName(end - 1)))
        {
            end--;
        }

        return end;
    }

    /// <summary>"... of Toshiba and heads its business": what follows "and" is another statement.</summary>
    private static bool EndsAtAnd(SentenceWords words, int i) =>
        words.Folded(i) == "and" && i + 1 < words.Count && (MentionLexicon.AfterRoles.Contains(words.Folded(i + 1)) || (!words.IsName(i + 1) && MentionLexicon.ReportingVerbs.Contains(words.Folded(i + 1))));

    private static List<WordRun> FindOrganizations(SentenceWords words, WordRun phrase, int head, IReadOnlyList<WordRun> known)
    {
        var inside = known.Where(run => run.From >= phrase.From && run.To <= phrase.To).ToList();
        var found = new List<WordRun>();
        var isOf = false;
        for (var i = phrase.From; i < phrase.To; i++)
        {
            if (!words.IsName(i) || MentionLexicon.Roles.Contains(words.Folded(i)))
            {
                continue;
            }

            var end = i + 1;
            while (end < phrase.To && words.IsName(end) && NameRuns.AreJoined(words, end - 1))
            {
                end++;
            }

            var run = OrganizationFinder.WithForm(words, new WordRun(i, end));
            run = run with { To = Math.Min(run.To, phrase.To) };
            if (!inside.Any(run.Overlaps) && IsOwner(words, run, head) && !found.Any(run.Overlaps))
            {
                // "at" names the employer, whatever "of" named before it.
                var isAt = words.Folded(PrepositionBefore(words, i)) == "at";
                found.Insert(isAt && isOf ? 0 : found.Count, run);
                isOf |= !isAt;
            }

            i = end - 1;
        }

        return [.. inside, .. found];
    }

    private static bool IsOwner(SentenceWords words, WordRun run, int head)
    {
        if (words.All(run, MentionLexicon.NotNames) || words.Any(run, MentionLexicon.EventWords) || MentionLexicon.Places.Contains(words.Key(run))
            || words.All(run, MentionLexicon.Nationalities) || words.All(run, MentionLexicon.Places) || MentionLexicon.Months.Contains(words.Folded(run.From)))
        {
            return false;
        }

        if (run.From < head)
        {
            // "Toshiba's chief technology officer"
            return words.Gap(run.To - 1) is "'" or "’";
        }

        return words.Folded(PrepositionBefore(words, run.From)) switch
        {
            "at" or "with" or "from" => true,

            // "Professor of sociology" teaches it; a "director of Hitachi" belongs to it.
            "of" => !MentionLexicon.RolesOfSubjects.Contains(words.Folded(head)) && !words.Any(run, MentionLexicon.NotNames),
            "for" or "in" or "to" => run.Length > 1 && MentionLexicon.LegalForms.Contains(words.Folded(run.To - 1)),
            var before => MentionLexicon.CompanyNouns.Contains(before) || MentionLexicon.LegalForms.Contains(words.Folded(run.To - 1)),
        };
    }

    private static int PrepositionBefore(SentenceWords words, int i)
    {
        var before = i - 1;
        return before > 0 && words.Folded(before) is "the" ? before - 1 : Math.Max(before, 0);
    }
}
