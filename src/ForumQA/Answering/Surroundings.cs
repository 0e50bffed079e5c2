using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Grows a sentence to the stretch of its paragraph, or of its section, that is quoted.</summary>
/// <remarks>
/// One sentence is often half of what is said: "Motion to ban all weedkillers. Lost by two votes.", or a reason that follows what it explains. A terse sentence is grown until
/// the quotation can stand by itself, unless it has a number, a date or a name where one is asked for; where a reason or a manner is asked for, or the answer is in doubt, further,
/// and over the ends of lines too, since manners are told in steps and notes. A line that introduces a list is nothing without its items.
/// </remarks>
internal static class Surroundings
{
    /// <summary>Words up to which a quotation grows when its sentence answers without a doubt.</summary>
    private const int Words = 20;

    /// <summary>The same where a reason or a manner is asked for.</summary>
    private const int WordsOfReasons = 50;

    /// <summary>The same where the answer is in doubt.</summary>
    private const int WordsInDoubt = 60;

    /// <summary>The same within the line that the sentence stands on, which is read as one, where nothing else is quoted.</summary>
    private const int WordsOfLineInDoubt = 120;

    /// <summary>Up to so many words of items follow the line that introduces them.</summary>
    private const int WordsOfItems = 120;

    /// <summary>Sentences as quotations that follow the order given, each grown; none has what another has already.</summary>
    /// <param name="chosen">The sentences, those of a passage in the order of the text.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="status">Whether they answer without a doubt.</param>
    public static IReadOnlyList<QuotedStretch> Of(IReadOnlyCollection<SentenceCandidate> chosen, Question question, AnswerStatus status)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(question);
        var isBroad = status == AnswerStatus.Partial || question.Kind is AnswerKind.Reason or AnswerKind.Manner;
        var quoted = new List<QuotedStretch>();
        foreach (var candidate in chosen.Where(candidate => !quoted.Exists(stretch => stretch.Has(candidate))))
        {
            var most = status == AnswerStatus.Partial ? WordsInDoubt : isBroad ? WordsOfReasons : HasWhatIsAsked(question, candidate.Sentence) ? 0 : Words;
            quoted.Add(Grow(candidate, most, status == AnswerStatus.Partial && chosen.Count == 1 ? WordsOfLineInDoubt : most, isBroad, place => quoted.Exists(stretch => stretch.Has(candidate.Passage, place))));
        }

        return quoted;
    }

    private static QuotedStretch Grow(SentenceCandidate candidate, int most, int mostOfLine, bool isBroad, Func<int, bool> isQuoted)
    {
        var passage = candidate.Passage;
        var (first, last) = (candidate.Place, candidate.Place);
        var words = candidate.Sentence.Words.Count;
        for (var grows = true; grows;)
        {
            grows = false;
            if (last + 1 < passage.Sentences.Count && GrowsOver(last) && Takes(last + 1))
            {
                last++;
                grows = true;
            }

            if (isBroad && first > 0 && GrowsOver(first - 1) && Takes(first - 1))
            {
                first--;
                grows = true;
            }
        }

        return new QuotedStretch(candidate, first, LastItem(passage, last, isQuoted));

        bool GrowsOver(int place) => isBroad ? AreOneSection(passage, place) : AreOneParagraph(passage, place);

        bool Takes(int place)
        {
            var count = passage.Sentences[place].Words.Count;
            var isOnLine = Enumerable.Range(Math.Min(place, candidate.Place), Math.Abs(place - candidate.Place)).All(before => AreOneParagraph(passage, before));
            if (words + count > (isOnLine ? mostOfLine : most) || isQuoted(place))
            {
                return false;
            }

            words += count;
            return true;
        }
    }

    /// <summary>The last item of the list that a line introduces, "The five named most often:"; the line itself when it introduces none.</summary>
    private static int LastItem(PassageProfile passage, int place, Func<int, bool> isQuoted)
    {
        if (!passage.Sentences[place].Text.EndsWith(':'))
        {
            return place;
        }

        var (last, words) = (place, 0);
        while (last + 1 < passage.Sentences.Count && !isQuoted(last + 1) && AreOneSection(passage, last)
            && (last == place || IsItem(passage, last + 1))
            && (words += passage.Sentences[last + 1].Words.Count) <= WordsOfItems)
        {
            last++;
        }

        return last;
    }

    /// <summary>Whether a sentence follows in the same block of lines, or opens with a mark or a number as items do.</summary>
    private static bool IsItem(PassageProfile passage, int place)
    {
        var gap = Between(passage, place - 1);
        return !gap.Contains("\n\n", StringComparison.Ordinal) || !gap.IsWhiteSpace() || char.IsAsciiDigit(passage.Sentences[place].Text[0]);
    }

    /// <summary>Whether a sentence has a thing of the kind that is asked for; the number that opens it may be its own.</summary>
    private static bool HasWhatIsAsked(Question question, SentenceProfile sentence) =>
        question.Kind is AnswerKind.Person or AnswerKind.Place or AnswerKind.Time or AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Share
        && AnswerOffer.Of(question, sentence).Offers(question.Kind)
        && (!sentence.Words[0].Word.HasDigit || sentence.Words.SkipWhile(word => word.Word.HasDigit).Any(word => word.Word.HasDigit));

    /// <summary>Whether a sentence and the one behind it stand in one line of the text.</summary>
    private static bool AreOneParagraph(PassageProfile passage, int place) => !Between(passage, place).Contains('\n');

    /// <summary>Whether no heading stands between a sentence and the one behind it, and neither is the row of a table.</summary>
    private static bool AreOneSection(PassageProfile passage, int place)
    {
        if (IsRow(passage, place) || IsRow(passage, place + 1))
        {
            return false;
        }

        foreach (var character in Between(passage, place))
        {
            if (char.IsLetter(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRow(PassageProfile passage, int place) => passage.Sentences[place].Text.Contains(" | ", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Between(PassageProfile passage, int place)
    {
        var start = passage.Evidence.Passage.Start;
        return passage.Evidence.Passage.Text.AsSpan()[(passage.Sentences[place].End - start)..(passage.Sentences[place + 1].Start - start)];
    }
}
