namespace ForumQA.Text.Mentions;

/// <summary>Finds runs of capitalized words: what may be a name.</summary>
internal static class NameRuns
{
    /// <summary>All runs of a sentence, in its order.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="small">The words that the document also writes small: at the start of a sentence such a word is not part of a name.</param>
    public static List<WordRun> Find(SentenceWords words, IReadOnlySet<string> small)
    {
        var runs = new List<WordRun>();
        for (var i = 0; i < words.Count;)
        {
            if (!words.IsName(i))
            {
                i++;
                continue;
            }

            var end = EndOf(words, i);
            var run = Trim(words, new WordRun(i, end), small);
            if (run.Length > 0)
            {
                runs.Add(run);
            }

            i = end;
        }

        return runs;
    }

    /// <summary>Whether two neighbouring words are parted by no more than parts the words of a name.</summary>
    public static bool AreJoined(SentenceWords words, int i)
    {
        if (i + 1 >= words.Count)
        {
            return false;
        }

        var gap = words.Gap(i);
        return gap switch
        {
            " " or "-" or "&" or " & " or "·" or "\n" => true,
            "." or ". " => words.Raw(i).Length == 1 || MentionLexicon.Honorifics.Contains(words.Folded(i)),
            "'" or "’" => words.Raw(i + 1) is not ("s" or "S"),
            _ => false,
        };
    }

    private static int EndOf(SentenceWords words, int start)
    {
        var end = start + 1;
        while (end < words.Count && AreJoined(words, end - 1))
        {
            if (words.IsName(end) || words.Gap(end - 1) is "'" or "’")
            {
                end++;
            }
            else if (ParticlesEnd(words, end) is var name && name > end)
            {
                end = name + 1;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Where the name goes on behind "van der" and the like; the same place when it does not.</summary>
    private static int ParticlesEnd(SentenceWords words, int i)
    {
        var end = i;
        while (end < words.Count && end < i + 2 && MentionLexicon.Particles.Contains(words.Folded(end)) && words.Gap(end) is " ")
        {
            end++;
        }

        return words.IsName(end) ? end : i;
    }

    private static WordRun Trim(SentenceWords words, WordRun run, IReadOnlySet<string> small)
    {
        var from = run.From;
        while (from < run.To && IsOrdinary(words, from, run.To, small))
        {
            from++;
        }

        return new WordRun(from, run.To);
    }

    private static bool IsOrdinary(SentenceWords words, int i, int end, IReadOnlySet<string> small)
    {
        if (words.IsStopWord(i))
        {
            // "A. Müller" begins with an initial, not with an article; "WHO" and "US" are no pronouns.
            return !(words.Gap(i) is ". " or "." && end > i + 1 && words.Raw(i).Length == 1) && !(words.Raw(i).Length > 1 && IsUpper(words.Raw(i)));
        }

        return i == 0 && end - i > 2 && small.Contains(words.Folded(i)) && !MentionLexicon.GivenNames.Contains(words.Folded(i));
    }

    private static bool IsUpper(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
