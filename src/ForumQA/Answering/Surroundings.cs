using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Grows a sentence to the stretch of its paragraph that is quoted.</summary>
/// <remarks>
/// One sentence is often half of what is said: "Motion to ban all weedkillers. Lost by two votes.", or a reason that follows what it explains. A terse sentence is grown until
/// the quotation can stand by itself, unless it has a number, a date or a name where one is asked for; where a reason or a manner is asked for, or the answer is in doubt, further.
/// </remarks>
internal static class Surroundings
{
    /// <summary>Words up to which a quotation grows when its sentence answers without a doubt.</summary>
    private const int Words = 20;

    /// <summary>The same where a reason or a manner is asked for.</summary>
    private const int WordsOfReasons = 50;

    /// <summary>The same where the answer is in doubt.</summary>
    private const int WordsInDoubt = 60;

    /// <summary>Sentences as quotations that follow the order given, each grown; none has what another has already.</summary>
    /// <param name="chosen">The sentences, those of a passage in the order of the text.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="status">Whether they answer without a doubt.</param>
    public static IReadOnlyList<QuotedStretch> Of(IEnumerable<SentenceCandidate> chosen, Question question, AnswerStatus status)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(question);
        var isBroad = status == AnswerStatus.Partial || question.Kind is AnswerKind.Reason or AnswerKind.Manner;
        var quoted = new List<QuotedStretch>();
        foreach (var candidate in chosen.Where(candidate => !quoted.Exists(stretch => stretch.Has(candidate))))
        {
            var most = status == AnswerStatus.Partial ? WordsInDoubt : isBroad ? WordsOfReasons : HasWhatIsAsked(question, candidate.Sentence) ? 0 : Words;
            quoted.Add(Grow(candidate, most, isBroad, place => quoted.Exists(stretch => stretch.Has(candidate.Passage, place))));
        }

        return quoted;
    }

    private static QuotedStretch Grow(SentenceCandidate candidate, int most, bool growsBackwards, Func<int, bool> isQuoted)
    {
        var passage = candidate.Passage;
        var (first, last) = (candidate.Place, candidate.Place);
        var words = candidate.Sentence.Words.Count;
        for (var grows = true; grows;)
        {
            grows = false;
            if (last + 1 < passage.Sentences.Count && AreOneParagraph(passage, last) && Takes(last + 1))
            {
                last++;
                grows = true;
            }

            if (growsBackwards && first > 0 && AreOneParagraph(passage, first - 1) && Takes(first - 1))
            {
                first--;
                grows = true;
            }
        }

        return new QuotedStretch(candidate, first, last);

        bool Takes(int place)
        {
            var count = passage.Sentences[place].Words.Count;
            if (words + count > most || isQuoted(place))
            {
                return false;
            }

            words += count;
            return true;
        }
    }

    /// <summary>Whether a sentence has a thing of the kind that is asked for; the number that opens it may be its own.</summary>
    private static bool HasWhatIsAsked(Question question, SentenceProfile sentence) =>
        question.Kind is AnswerKind.Person or AnswerKind.Place or AnswerKind.Time or AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Share
        && AnswerOffer.Of(question, sentence).Offers(question.Kind)
        && (!sentence.Words[0].Word.HasDigit || sentence.Words.SkipWhile(word => word.Word.HasDigit).Any(word => word.Word.HasDigit));

    /// <summary>Whether a sentence and the one behind it stand in one line of the text.</summary>
    private static bool AreOneParagraph(PassageProfile passage, int place)
    {
        var start = passage.Evidence.Passage.Start;
        return !passage.Evidence.Passage.Text.AsSpan()[(passage.Sentences[place].End - start)..(passage.Sentences[place + 1].Start - start)].Contains('\n');
    }
}
