namespace ForumQA.Retrieval;

/// <summary>Finds what kind of thing a question asks for, and which of its words names that kind.</summary>
internal static class QuestionKindReader
{
    private static readonly HashSet<string> Linking = ["is", "was", "are", "were", "ist", "war", "es", "fue"];

    private static readonly HashSet<string> AfterNoun = ["of", "for", "in", "that", "to"];

    /// <summary>The kind, and the place of the word that names it ("year" in "what year"); -1 when none does.</summary>
    public static (AnswerKind Kind, int Focus) Read(string question, IReadOnlyList<SentenceWord> words)
    {
        var lists = QuestionWords.Default;
        var at = FirstIndex(words, word => lists.Asking.TryGetValue(word.Folded, out var kind) && kind != AnswerKind.YesNo);
        var opensAsYesNo = words.Count > 0 && lists.Asking.GetValueOrDefault(words[0].Folded) == AnswerKind.YesNo;
        if (opensAsYesNo && (at < 0 || at > 3))
        {
            return (AnswerKind.YesNo, -1);
        }

        if (at < 0)
        {
            var part = lists.Parts.FirstOrDefault(part => question.Contains(part.Word, StringComparison.Ordinal));
            return (part.Word is null ? AnswerKind.Other : part.Kind, -1);
        }

        return lists.Asking[words[at].Folded] switch
        {
            AnswerKind.Manner => ReadHow(words, at),
            AnswerKind.Thing => ReadWhat(question, words, at),
            var kind => (kind, -1),
        };
    }

    private static (AnswerKind Kind, int Focus) ReadHow(IReadOnlyList<SentenceWord> words, int how)
    {
        var lists = QuestionWords.Default;
        var next = how + 1 < words.Count ? words[how + 1].Folded : "";
        return lists.Many.Contains(next) ? (AnswerKind.Count, how + 2 < words.Count && !words[how + 2].IsStopWord ? how + 2 : -1)
            : lists.Much.Contains(next) ? (AnswerKind.Amount, -1)
            : lists.Measures.Contains(next) ? (AnswerKind.Measure, how + 1)
            : (AnswerKind.Manner, -1);
    }

    private static (AnswerKind Kind, int Focus) ReadWhat(string question, IReadOnlyList<SentenceWord> words, int what)
    {
        var nouns = QuestionWords.Default.Nouns;
        var next = what + 1;
        if (next >= words.Count)
        {
            return (AnswerKind.Thing, -1);
        }

        if (!words[next].IsStopWord)
        {
            var last = EndOfNoun(question, words, next);
            var telling = FirstIndex(words, next, last, word => nouns.ContainsKey(word.Folded));
            return telling >= 0 ? (nouns[words[telling].Folded], telling) : (AnswerKind.Thing, last);
        }

        // "What is the population of ...": the noun before "of" is what is asked for.
        if (Linking.Contains(words[next].Folded))
        {
            var start = next + 1;
            while (start < words.Count && words[start].IsStopWord && start - next < 4)
            {
                start++;
            }

            var end = start;
            while (end < words.Count && !words[end].IsStopWord && end - start < 3)
            {
                end++;
            }

            if (end > start && end < words.Count && AfterNoun.Contains(words[end].Folded))
            {
                var kind = nouns.GetValueOrDefault(words[end - 1].Folded);
                return (kind is AnswerKind.Time or AnswerKind.Share or AnswerKind.Measure ? kind : AnswerKind.Thing, end - 1);
            }
        }

        return (AnswerKind.Thing, -1);
    }

    /// <summary>The last word of the noun that starts at <paramref name="start"/>: at most four words, up to a stop word, a mark or a participle.</summary>
    private static int EndOfNoun(string question, IReadOnlyList<SentenceWord> words, int start)
    {
        var last = start;
        while (last + 1 < words.Count
            && last - start < 3
            && !words[last + 1].IsStopWord
            && question[words[last].End] == ' '
            && !words[last + 1].Folded.EndsWith("ed", StringComparison.Ordinal))
        {
            last++;
        }

        return last;
    }

    private static int FirstIndex(IReadOnlyList<SentenceWord> words, Func<SentenceWord, bool> matches) =>
        FirstIndex(words, 0, words.Count - 1, matches);

    private static int FirstIndex(IReadOnlyList<SentenceWord> words, int first, int last, Func<SentenceWord, bool> matches)
    {
        for (var i = first; i <= last; i++)
        {
            if (matches(words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
