using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Finds a name that a question asks about and no document has, in any spelling.</summary>
internal static class AbsentName
{
    /// <summary>Shorter words are titles and abbreviations, which documents may write out.</summary>
    private const int ShortestTelling = 4;

    /// <summary>A shorter name is no other for having most letters of it: "Sony" is not "Song".</summary>
    private const int ShortestAlike = 6;

    /// <summary>The name as it was asked, of several words where they stand together; null when there is none.</summary>
    public static string? Find(SentenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var question = ranking.Question;
        if (question.IsIdeographic || !question.Words.Any(word => word.Word.IsStopWord))
        {
            // A few keywords ask about nobody in particular.
            return null;
        }

        var missing = Enumerable.Range(0, question.Terms.Count).Where(i => IsMissing(ranking, i)).Select(i => question.Terms[i].Token).ToHashSet();
        foreach (var run in Runs(question).Where(run => run.Exists(missing.Contains)))
        {
            if (run.Find(word => missing.Contains(word) && IsCode(question, word)) is { Length: > 0 } code)
            {
                return question.Text.Substring(code.Start, code.Length);
            }

            // Where nothing is written as a name, one odd word may be anything; "elon musk" is somebody.
            if (!question.Words.Any(word => word.IsCapitalized) && run.Count < 2)
            {
                continue;
            }

            if (run.Exists(word => word.Length >= ShortestTelling && missing.Contains(word)))
            {
                return question.Text[run[0].Start..(run[^1].Start + run[^1].Length)];
            }
        }

        return null;
    }

    private static bool IsMissing(SentenceRanking ranking, int at)
    {
        var term = ranking.Question.Terms[at];
        return term is { IsAbsent: true, IsCarried: false, Stems.Count: 0 }
            && (!term.IsNumber || IsCode(ranking.Question, term.Token))
            && IsName(ranking.Question, term)
            && WritingSystem.Of(term.Word.Folded) is null
            && (term.Word.Folded.Length < ShortestAlike && IsNameAlone(ranking.Question, term) && LanguageGuess.Of(ranking.Question.Text) is null or "English"
                ? !ranking.Passages.Any(passage => passage.Sentences.Any(sentence => sentence.Words.Exists(word => IsForm(word.Word.Folded, term.Word.Folded))))
                : ranking.Passages.All(passage => passage.Matches[at] < TermMatcher.Present && passage.TitleMatches[at] < TermMatcher.Present));
    }

    /// <summary>Whether it is a whole name; documents may have one of several words under another.</summary>
    private static bool IsNameAlone(Question question, QuestionTerm term) => term.IsName
        && !question.Words.Any(other => other.IsCapitalized && !other.Word.IsStopWord && (other.Start == term.Token.End + 1 || term.Token.Start == other.End + 1));

    /// <summary>Whether a word is a name with something added, or without: "Songs".</summary>
    private static bool IsForm(string word, string name) =>
        word.Length >= ShortestTelling && (word.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether it is written as a name or, where nothing is, is no word of the language and so the name of something.</summary>
    private static bool IsName(Question question, QuestionTerm term) => term.IsName || IsCode(question, term.Token)
        || (term.IsOrdinary == false && !question.Words.Any(word => word.IsCapitalized) && (LanguageGuess.Of(question.Text) is null or "English"));

    /// <summary>"5G" and "4K": a number with a capital letter behind it is called so and not otherwise. "CO2" and "Q3" may be written out.</summary>
    private static bool IsCode(Question question, Token word) =>
        char.IsAsciiDigit(question.Text[word.Start]) && char.IsAsciiLetterUpper(question.Text[word.End - 1]);

    /// <summary>The names of the question, each with the words that stand together in it.</summary>
    private static IEnumerable<List<Token>> Runs(Question question)
    {
        var isWithoutCapitals = !question.Words.Any(word => word.IsCapitalized);
        var names = question.Terms.Where(term => IsName(question, term) || (isWithoutCapitals && term.IsAbsent && term.Stems.Count == 0)).Select(term => term.Token).OrderBy(token => token.Start).ToList();
        var run = new List<Token>();
        foreach (var name in names)
        {
            if (run.Count > 0 && name.Start > run[^1].Start + run[^1].Length + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(name);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
