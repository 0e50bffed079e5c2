using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>What a sentence has to offer that a question does not already say: names, places, numbers, dates.</summary>
internal sealed record AnswerOffer
{
    private static readonly FrozenSet<string> Months = Lexicon.Of("month");
    private static readonly FrozenSet<string> Periods = Lexicon.Of("period");
    private static readonly FrozenSet<string> Numerals = Lexicon.Of("numeral");
    private static readonly FrozenSet<string> Reasons = Lexicon.Of("reason");
    private static readonly FrozenSet<string> PlacePrepositions = Lexicon.Of("preposition of place");
    private static readonly FrozenSet<string> Shares = Lexicon.Of("percentage");
    private static readonly FrozenSet<string> TimeSigns = Lexicon.In("en", "month", "offers a time");
    private static readonly FrozenSet<string> NumberSigns = Lexicon.In("en", "numeral", "offers a number");
    private static readonly FrozenSet<string> PlaceSigns = Lexicon.Of("before a place");

    /// <summary>Runs of capitalised words; one at the start of the sentence counts half. Neutral (1) where capitals mark no names.</summary>
    public double Names { get; private set; }

    /// <summary>Runs of at least two capitalised words.</summary>
    public double FullNames { get; private set; }

    /// <summary>Names after a preposition of place.</summary>
    public double Places { get; private set; }

    /// <summary>Numbers in digits; spelled out they count .7.</summary>
    public double Numbers { get; private set; }

    /// <summary>Years; a month or a word such as "century" counts .5.</summary>
    public double Dates { get; private set; }

    public double Percentages { get; private set; }

    /// <summary>Words such as "because".</summary>
    public double ReasonWords { get; private set; }

    public static AnswerOffer Of(Question question, SentenceProfile sentence)
    {
        var offer = new AnswerOffer();
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            offer.CountNumber(question, sentence, i);
        }

        if (question.UsesCapitals)
        {
            offer.CountNames(question, sentence.Words);
        }
        else
        {
            offer.Names = offer.FullNames = offer.Places = 1;
        }

        return offer;
    }

    /// <summary>Whether a single word could be what a question asks for. Coarse on purpose: it ranks passages, not answers.</summary>
    /// <param name="word">A word of a passage that is not one of the question.</param>
    /// <param name="previous">The word before it in the same sentence; null when it opens one.</param>
    /// <param name="sign">What is asked for; see <see cref="AskedThing.Sign"/>.</param>
    public static bool IsIn(Token word, Token? previous, AnswerKind sign) => sign switch
    {
        AnswerKind.Count => char.IsDigit(word.Word.Folded[0]) || NumberSigns.Contains(word.Word.Folded),
        AnswerKind.Time => (word.Length == 4 && char.IsDigit(word.Word.Folded[0]) && char.IsDigit(word.Word.Folded[^1])) || TimeSigns.Contains(word.Word.Folded),
        AnswerKind.Person => word.IsCapitalized && previous is not null && !word.Word.IsStopWord,
        AnswerKind.Place => word.IsCapitalized && previous is { } before && PlaceSigns.Contains(before.Word.Folded),
        _ => false,
    };

    /// <summary>Whether it has anything of the kind that a question asks for, as far as signs tell.</summary>
    public bool Offers(AnswerKind kind) => kind switch
    {
        AnswerKind.Person or AnswerKind.Place => Names > 0,
        AnswerKind.Time => Dates + Numbers > 0,
        AnswerKind.Count or AnswerKind.Measure or AnswerKind.Amount or AnswerKind.Share => Numbers > 0,
        AnswerKind.Reason => ReasonWords > 0,
        _ => true,
    };

    private void CountNumber(Question question, SentenceProfile sentence, int i)
    {
        var word = sentence.Words[i];
        if (Reasons.Contains(word.Word.Folded))
        {
            ReasonWords++;
        }

        if (question.FoldedWords.Contains(word.Word.Folded))
        {
            return;
        }

        if (!word.Word.HasDigit)
        {
            Dates += Months.Contains(word.Word.Folded) || Periods.Contains(word.Word.Folded) ? 0.5 : 0;
            Numbers += Numerals.Contains(word.Word.Folded) ? 0.7 : 0;
            return;
        }

        var next = i + 1 < sentence.Words.Count ? sentence.Words[i + 1].Word.Folded : "";
        var after = word.End < sentence.Text.Length ? sentence.Text[word.End] : ' ';
        Numbers++;
        Dates += word.Word.Folded.Length == 4 && (word.Word.Folded[0] == '1' || word.Word.Folded.StartsWith("20", StringComparison.Ordinal)) ? 1 : 0;
        Percentages += after == '%' || Shares.Contains(next) ? 1 : 0;
    }

    private void CountNames(Question question, List<Token> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalized || (i == 0 && words[i].Word.IsStopWord))
            {
                continue;
            }

            var end = i;
            var isNew = false;
            while (end < words.Count && words[end].IsCapitalized && (end == i || words[end].Start - words[end - 1].End == 1))
            {
                isNew |= !question.FoldedWords.Contains(words[end].Word.Folded) && !words[end].Word.IsStopWord;
                end++;
            }

            if (isNew)
            {
                var opensSentence = i == 0 && end == 1;
                Names += opensSentence ? 0.5 : 1;
                FullNames += !opensSentence && end - i >= 2 ? 1 : 0;
                Places += !opensSentence && FollowsPlacePreposition(words, i) ? 1 : 0;
            }

            i = end - 1;
        }
    }

    private static bool FollowsPlacePreposition(List<Token> words, int i) =>
        (i > 0 && PlacePrepositions.Contains(words[i - 1].Word.Folded))
        || (i > 1 && words[i - 1].Word.Folded == "the" && PlacePrepositions.Contains(words[i - 2].Word.Folded));
}
