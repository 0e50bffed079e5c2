namespace ForumQA.Text.Mentions;

/// <summary>Finds the names of organizations by their own words: "Ministry of Science and Technology", "Huawei Technologies Co., Ltd.".</summary>
internal static class OrganizationFinder
{
    /// <summary>The organizations, an inner one too where one is part of another ("... Research Center of Peking University").</summary>
    public static List<WordRun> Find(SentenceWords words, IReadOnlyList<WordRun> runs, IReadOnlyList<WordRun> events)
    {
        var found = new List<WordRun>();
        foreach (var run in runs.Where(run => !events.Any(run.Overlaps)))
        {
            if (found.Count > 0 && found[^1].Overlaps(run))
            {
                continue;
            }

            var whole = WithForm(words, WithTail(words, WithFirst(words, run)));
            if (IsOrganization(words, whole))
            {
                found.Add(whole);
                if (whole.To > run.To && runs.LastOrDefault(inner => inner.From > run.To && inner.To == whole.To) is { Length: > 1 } tail && MentionLexicon.OrganizationHeads.Contains(words.Folded(tail.To - 1)))
                {
                    found.Add(tail);
                }
            }
        }

        return found;
    }

    /// <summary>The run with its legal form, wherever it stands: ", Ltd." is no part of a run.</summary>
    public static WordRun WithForm(SentenceWords words, WordRun run)
    {
        var end = run.To;
        while (end < words.Count)
        {
            var gap = words.Gap(end - 1);
            if (MentionLexicon.LegalForms.Contains(words.Folded(end)) && words.IsName(end) && gap is " " or ", " or "., " or ". ")
            {
                end++;
            }
            else if (gap is " (" && end + 1 < words.Count && MentionLexicon.Places.Contains(words.Folded(end)) && words.Gap(end) is ") " && words.IsName(end + 1))
            {
                // "Pingkai Xingchen (Beijing) Technology Co., Ltd."
                var next = end + 1;
                while (next < words.Count && words.IsName(next) && words.Gap(next - 1) is " " or ") ")
                {
                    next++;
                }

                end = next;
            }
            else
            {
                break;
            }
        }

        return run with { To = end };
    }

    /// <summary>The key of an organization: without the legal form, so that "Toshiba" is "Toshiba Co., Ltd.".</summary>
    public static string KeyOf(SentenceWords words, WordRun run)
    {
        var end = run.To;
        while (end > run.From + 1 && MentionLexicon.LegalForms.Contains(words.Folded(end - 1)))
        {
            end--;
        }

        return words.Key(run with { To = end });
    }

    private static bool IsOrganization(SentenceWords words, WordRun run)
    {
        if (MentionLexicon.KnownOrganizations.Contains(words.Key(run)))
        {
            return true;
        }

        if (run.Length < 2)
        {
            return false;
        }

        if (MentionLexicon.LegalForms.Contains(words.Folded(run.To - 1)))
        {
            return true;
        }

        // "Peking University", "Eiken Foundation": at the end; "House of Representatives", "Institute for ...": at the head.
        return MentionLexicon.OrganizationWords.Contains(words.Folded(run.To - 1)) || HeadOf(words, run) >= 0;
    }

    /// <summary>Where " of " or " for " follows a head word inside the run; -1 when nowhere.</summary>
    private static int HeadOf(SentenceWords words, WordRun run)
    {
        for (var i = run.From; i + 2 < run.To; i++)
        {
            if (MentionLexicon.OrganizationHeads.Contains(words.Folded(i)) && words.Folded(i + 1) is "of" or "for")
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"Science and Technology Daily": the words before "and" are no name of their own.</summary>
    private static WordRun WithFirst(SentenceWords words, WordRun run)
    {
        if (run.From < 2 || words.Folded(run.From - 1) != "and" || !MentionLexicon.OrganizationWords.Contains(words.Folded(run.To - 1)))
        {
            return run;
        }

        var from = run.From - 1;
        while (from > 0 && words.IsName(from - 1) && MentionLexicon.NotNames.Contains(words.Folded(from - 1)) && words.Gap(from - 1) is " ")
        {
            from--;
        }

        // "Oxford University and Cambridge University" are two.
        var isNameBefore = from > 0 && words.IsName(from - 1) && words.Gap(from - 1) is " ";
        return from < run.From - 1 && !isNameBefore ? run with { From = from } : run;
    }

    /// <summary>"University" + "of Health and Welfare".</summary>
    private static WordRun WithTail(SentenceWords words, WordRun run)
    {
        if (!MentionLexicon.OrganizationHeads.Contains(words.Folded(run.To - 1)) || MentionLexicon.LegalForms.Contains(words.Folded(run.To - 1)) || run.To + 1 >= words.Count
            || words.Folded(run.To) is not ("of" or "for") || words.Gap(run.To - 1) is not " " || words.Gap(run.To) is not " ")
        {
            return run;
        }

        var from = words.Folded(run.To + 1) == "the" ? run.To + 2 : run.To + 1;
        var end = CapitalsFrom(words, from);
        if (end == from)
        {
            return run;
        }

        var isPlace = MentionLexicon.Places.Contains(words.Key(new WordRun(from, end)));
        if (isPlace && run.Length > 1)
        {
            // "Eiken Foundation of Japan": where it is.
            return run;
        }

        if (!isPlace && end + 1 < words.Count && words.Folded(end) == "and" && words.Gap(end - 1) is " " && words.Gap(end) is " ")
        {
            var second = CapitalsFrom(words, end + 1);
            var next = new WordRun(end + 1, second);
            if (next.Length is 1 or 2 && !words.Any(next, MentionLexicon.OrganizationWords) && !MentionLexicon.Places.Contains(words.Key(next)) && !Speaks(words, second))
            {
                end = second;
            }
        }

        return run with { To = end };
    }

    private static bool Speaks(SentenceWords words, int i) => i < words.Count && MentionLexicon.ReportingVerbs.Contains(words.Folded(i));

    private static int CapitalsFrom(SentenceWords words, int from)
    {
        var end = from;
        while (end < words.Count && words.IsName(end) && (end == from || NameRuns.AreJoined(words, end - 1)))
        {
            end++;
        }

        return end;
    }
}
