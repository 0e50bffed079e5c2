namespace ForumQA.Text.Mentions;

/// <summary>Finds the names of events: "16th Beijing-Tokyo Forum", "Tokyo Olympics", "annual general meeting 2023".</summary>
internal static class EventFinder
{
    public static List<WordRun> Find(SentenceWords words, IReadOnlyList<WordRun> runs)
    {
        var events = new List<WordRun>();
        foreach (var run in runs)
        {
            var end = run.To;
            while (end > run.From && !MentionLexicon.EventWords.Contains(words.Folded(end - 1)))
            {
                end--;
            }

            if (end > run.From)
            {
                var from = run.From > 0 && OrdinalNumber.IsDigits(words.Raw(run.From - 1)) && words.Gap(run.From - 1) is " " ? run.From - 1 : run.From;
                var found = new WordRun(from, WithYear(words, end));
                if (found.Length > 1)
                {
                    events.Add(found);
                }
            }
        }

        for (var i = 1; i < words.Count; i++)
        {
            if (FindPhrase(words, i) is { } phrase && !events.Any(found => found.Overlaps(phrase)))
            {
                events.Add(phrase);
            }
        }

        return events;
    }

    /// <summary>"annual general meeting", written small or not.</summary>
    private static WordRun? FindPhrase(SentenceWords words, int last)
    {
        foreach (var length in (ReadOnlySpan<int>)[3, 2])
        {
            var run = new WordRun(last + 1 - length, last + 1);
            if (run.From >= 0 && words.Gap(last - 1) is " " && MentionLexicon.EventPhrases.Contains(words.Key(run)))
            {
                return run with { To = WithYear(words, run.To) };
            }
        }

        return null;
    }

    private static int WithYear(SentenceWords words, int end) =>
        end < words.Count && words.Gap(end - 1) is " " && CalendarYear.IsYear(words.Raw(end)) ? end + 1 : end;
}
