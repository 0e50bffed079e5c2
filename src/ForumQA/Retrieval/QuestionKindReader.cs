using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Reads what a question asks for.</summary>
internal static class QuestionKindReader
{
    private static readonly FrozenSet<string> Linking = Lexicon.Of("linking verb");

    private static readonly FrozenSet<string> AfterNoun = Lexicon.Of("after the noun asked for");

    /// <param name="question">The question.</param>
    /// <param name="words">Its words.</param>
    public static AskedThing Read(string question, IReadOnlyList<Token> words)
    {
        var (kind, focus) = ReadKind(question, words);
        return new AskedThing(kind, focus, ReadSign(words));
    }

    private static AnswerKind ReadSign(IReadOnlyList<Token> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Word.Folded : "";
            var sign = words[i].Word.Folded switch
            {
                "who" or "whom" or "whose" => AnswerKind.Person,
                "where" => AnswerKind.Place,
                "when" => AnswerKind.Time,
                "how" when IsOfSize(next) => AnswerKind.Count,
                "what" or "which" => SignOf(QuestionWords.Default.Nouns.GetValueOrDefault(next)),
                _ => AnswerKind.Other,
            };
            if (sign != AnswerKind.Other)
            {
                return sign;
            }
        }

        return AnswerKind.Other;
    }

    private static bool IsOfSize(string word) =>
        QuestionWords.Default.Many.Contains(word) || QuestionWords.Default.Much.Contains(word) || QuestionWords.Default.Measures.Contains(word);

    private static AnswerKind SignOf(AnswerKind noun) => noun switch
    {
        AnswerKind.Time or AnswerKind.Place => noun,
        AnswerKind.Measure or AnswerKind.Share => AnswerKind.Count,
        _ => AnswerKind.Other,
    };

    private static (AnswerKind Kind, int Focus) ReadKind(string question, IReadOnlyList<Token> words)
    {
        var lists = QuestionWords.Default;
        var at = FirstIndex(words, word => lists.Asking.TryGetValue(word.Word.Folded, out var kind) && kind != AnswerKind.YesNo);
        var opensAsYesNo = words.Count > 0 && lists.Asking.GetValueOrDefault(words[0].Word.Folded) == AnswerKind.YesNo;
        if (opensAsYesNo && (at < 0 || at > 3))
        {
            return (AnswerKind.YesNo, -1);
        }

        if (at < 0)
        {
            var part = lists.Parts.FirstOrDefault(part => question.Contains(part.Word, StringComparison.Ordinal));
            return (part.Word is null ? AnswerKind.Other : part.Kind, -1);
        }

        return lists.Asking[words[at].Word.Folded] switch
        {
            AnswerKind.Manner => ReadHow(words, at),
            AnswerKind.Thing => ReadWhat(question, words, at),
            var kind => (kind, -1),
        };
    }

    private static (AnswerKind Kind, int Focus) ReadHow(IReadOnlyList<Token> words, int how)
    {
        var lists = QuestionWords.Default;
        var next = how + 1 < words.Count ? words[how + 1].Word.Folded : "";
        return lists.Many.Contains(next) ? (AnswerKind.Count, how + 2 < words.Count && !words[how + 2].Word.IsStopWord ? how + 2 : -1)
            : lists.Much.Contains(next) ? (AnswerKind.Amount, -1)
            : lists.Measures.Contains(next) ? (AnswerKind.Measure, how + 1)
            : (AnswerKind.Manner, -1);
    }

    private static (AnswerKind Kind, int Focus) ReadWhat(string question, IReadOnlyList<Token> words, int what)
    {
        var nouns = QuestionWords.Default.Nouns;
        var next = what + 1;
        if (next >= words.Count)
        {
            return (AnswerKind.Thing, -1);
        }

        if (!words[next].Word.IsStopWord)
        {
            var last = EndOfNoun(question, words, next);
            var telling = FirstIndex(words, next, last, word => nouns.ContainsKey(word.Word.Folded));
            return telling >= 0 ? (nouns[words[telling].Word.Folded], telling) : (AnswerKind.Thing, last);
        }

        // "What is the population of ...": the noun before "of" is what is asked for.
        if (Linking.Contains(words[next].Word.Folded))
        {
            var start = next + 1;
            while (start < words.Count && words[start].Word.IsStopWord && start - next < 4)
            {
                start++;
            }

            var end = start;
            while (end < words.Count && !words[end].Word.IsStopWord && end - start < 3)
            {
                end++;
            }

            if (end > start && end < words.Count && AfterNoun.Contains(words[end].Word.Folded))
            {
                var kind = nouns.GetValueOrDefault(words[end - 1].Word.Folded);
                return (kind is AnswerKind.Time or AnswerKind.Share or AnswerKind.Measure ? kind : AnswerKind.Thing, end - 1);
            }
        }

        return (AnswerKind.Thing, -1);
    }

    /// <summary>The last word of the noun that starts at <paramref name="start"/>: at most four words, up to a stop word, a mark or a participle.</summary>
    private static int EndOfNoun(string question, IReadOnlyList<Token> words, int start)
    {
        var last = start;
        while (last + 1 < words.Count
            && last - start < 3
            && !words[last + 1].Word.IsStopWord
            && question[words[last].End] == ' '
            && !words[last + 1].Word.Folded.EndsWith("ed", StringComparison.Ordinal))
        {
            last++;
        }

        return last;
    }

    private static int FirstIndex(IReadOnlyList<Token> words, Func<Token, bool> matches) =>
        FirstIndex(words, 0, words.Count - 1, matches);

    private static int FirstIndex(IReadOnlyList<Token> words, int first, int last, Func<Token, bool> matches)
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
