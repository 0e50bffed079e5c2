using System.Collections.Frozen;
using ForumQA.Answering.Planning;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>What "how many ..." counts. Only a number that stands with it is an answer: the day of a date counts no visitors.</summary>
internal sealed class CountedNoun
{
    /// <summary>How many words it may be of: "national high-tech industrial development zones".</summary>
    private const int LongestNoun = 6;

    /// <summary>How many words may stand between a number and what it counts.</summary>
    private const int Reach = 4;

    private static readonly FrozenSet<string> Numerals = Lexicon.Of("numeral", "offers a number");

    private static readonly FrozenSet<string> Months = Lexicon.Of("month");

    private readonly Question _question;
    private readonly List<Token> _words;
    private readonly bool _isAnybody;

    private CountedNoun(Question question, List<Token> words)
    {
        (_question, _words) = (question, words);
        _isAnybody = words is [var only] && FormPhrases.Default.Has("general", only.Word.Folded) && FormPhrases.Default.Has("people", only.Word.Folded);
    }

    /// <summary>The noun after "how many"; null when there is none.</summary>
    public static CountedNoun? Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        for (var i = 1; i < question.Words.Count; i++)
        {
            if (QuestionWords.Default.Many.Contains(question.Words[i].Word.Folded))
            {
                var words = question.Words.Skip(i + 1).TakeWhile(word => !word.Word.IsStopWord).Take(LongestNoun).ToList();
                return words.Count > 0 ? new CountedNoun(question, words) : null;
            }
        }

        return null;
    }

    /// <summary>Whether a number stands with it in the best sentence.</summary>
    public bool IsCounted(SentenceRanking ranking)
    {
        var sentence = ranking.Sentences[0].Sentence;
        return Enumerable.Range(0, sentence.Words.Count).Any(at => IsMeant(ranking, sentence.Words[at])
            && Enumerable.Range(at - Reach, (2 * Reach) + 1).Any(number => number >= 0 && number < sentence.Words.Count && number != at && IsNumber(sentence, number)));
    }

    /// <summary>Whether any number stands in the best sentence that is no date, no time and no part of a name.</summary>
    public bool HasNumber(SentenceRanking ranking)
    {
        var sentence = ranking.Sentences[0].Sentence;
        return Enumerable.Range(0, sentence.Words.Count).Any(at => IsNumber(sentence, at));
    }

    /// <summary>Whether it stands in the best sentence or beside it.</summary>
    public bool IsNear(SentenceRanking ranking)
    {
        var best = ranking.Sentences[0];
        return best.Passage.Sentences.Where((_, place) => Math.Abs(place - best.Place) <= 1).Any(sentence => sentence.Words.Exists(word => IsMeant(ranking, word)));
    }

    private bool IsMeant(SentenceRanking ranking, Token word) => (_isAnybody && (FormPhrases.Default.Has("people", word.Word.Folded) || FormPhrases.Default.Has("audience", word.Word.Folded)))
        || _words.Exists(own => own.Word.Stem == word.Word.Stem)
        || Enumerable.Range(0, _question.Terms.Count).Any(term => _words.Exists(own => own.Start == _question.Terms[term].Token.Start) && ranking.Matcher.Places(term, [word]).Count > 0);

    private bool IsNumber(SentenceProfile sentence, int at)
    {
        var word = sentence.Words[at];
        var folded = word.Word.Folded;
        if (_question.FoldedWords.Contains(folded) || !(Numerals.Contains(folded) || char.IsDigit(folded[0])))
        {
            return false;
        }

        var isOrdinal = char.IsDigit(folded[0]) && char.IsLetter(folded[^1]);
        var isDay = sentence.Words.Skip(at - 3).Take(6).Any(near => Months.Contains(near.Word.Folded));
        var before = word.Start > 0 ? sentence.Text[word.Start - 1] : ' ';
        var after = word.End < sentence.Text.Length ? sentence.Text[word.End] : ' ';
        return !CalendarYear.IsLikelierThanNumber(folded) && !isOrdinal && !isDay && before is not (':' or '-') && after is not (':' or '%');
    }
}
