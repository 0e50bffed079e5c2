using System.Collections.Frozen;
using ForumQA.Answering.Planning;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>What a question asks for and the best sentence plainly lacks, which learned weights dilute.</summary>
internal static class PlainGap
{
    /// <summary>From this share of what is asked of those named on, words that no document has leave nothing of it.</summary>
    private const double LeastAbsent = 0.4;

    /// <summary>Stems of nouns so general that an answer is an instance of them and seldom repeats the word.</summary>
    private static readonly FrozenSet<string> GeneralNouns = new[] { "people", "organizations", "events", "places", "dates", "documents", "items", "roles" }
        .SelectMany(list => FormPhrases.Default.Words(list)).Concat(QuestionWords.Default.Nouns.Keys).Select(word => Tokenizer.WordOf(word).Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is a noun so general that an answer seldom repeats it: "role", "day".</summary>
    public static bool IsGeneral(Word word) => GeneralNouns.Contains(word.Stem);

    /// <summary>Why the documents do not answer a question although they speak of what it names; null when they may.</summary>
    /// <param name="ranking">The sentences found, at least one.</param>
    /// <param name="gap">What the best of them lacks by its features.</param>
    public static string? FindRefusal(SentenceRanking ranking, AnswerGap gap)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var question = ranking.Question;
        if (question.IsIdeographic)
        {
            return null;
        }

        if (question.Kind == AnswerKind.Count && CountedNoun.Of(question) is { } counted)
        {
            return !counted.HasNumber(ranking) && !counted.IsNear(ranking) ? "The documents speak of what is named, but do not say how many." : null;
        }

        // Either alone is a doubt: other words may be meant, or a kind that is told by no sign.
        return !AnswerOffer.Of(question, ranking.Sentences[0].Sentence).Offers(question.Kind) && (gap == AnswerGap.OnlyNames || IsAskedInAbsentWords(question))
            ? "The documents speak of what is named, but say nothing of what is asked about it."
            : null;
    }

    /// <summary>Why the best sentence may not be the answer; null when nothing speaks against it.</summary>
    /// <param name="ranking">The sentences found, at least one.</param>
    public static string? FindDoubt(SentenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var question = ranking.Question;
        if (question.IsIdeographic)
        {
            return null;
        }

        if (question.Kind == AnswerKind.Count && CountedNoun.Of(question) is { } counted && !counted.IsCounted(ranking))
        {
            return "The documents speak of this, but may not say how many.";
        }

        var passage = ranking.Sentences[0].Passage;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            if (term is { IsFocus: true, IsAbsent: true, Stems.Count: 0 } && IsNounOfWhich(question, term.Token) && !GeneralNouns.Contains(term.Word.Stem))
            {
                return $"The documents speak of this, but of no {TextOf(question, term.Token)}.";
            }

            if (term is { IsName: true, IsAbsent: false, IsCarried: false } && StandsUnderAnother(ranking, i) is { } heading)
            {
                return $"The documents say this of \"{heading}\", not of {TextOf(question, term.Token)}.";
            }

            if (term is { IsName: true, IsAbsent: false, IsCarried: false } && passage.Matches[i] < TermMatcher.Present && passage.TitleMatches[i] < TermMatcher.Present)
            {
                return $"The documents speak of this, but not together with {TextOf(question, term.Token)}.";
            }
        }

        return null;
    }

    /// <summary>The heading of the section that the best sentence stands in, where the passage has the name in another one only and the heading is a name itself; null otherwise.</summary>
    private static string? StandsUnderAnother(SentenceRanking ranking, int term)
    {
        var best = ranking.Sentences[0];
        var read = ReadPassage.Of(best.Passage.Evidence.Passage, best.Passage.Evidence.DocumentTitle);
        var at = read.Sentences.ToList().FindIndex(sentence => best.Passage.Evidence.Passage.Start + sentence.Span.Start == best.Sentence.Start);
        var start = read.Sentences.ToList().FindLastIndex(Math.Max(0, at), sentence => sentence.IsHeading);
        if (at < 0 || start < 0 || read.Sentences[start].Words.FindAll(word => !word.Word.IsStopWord && !word.Word.HasDigit) is not [{ IsCapitalized: true } name] || best.Passage.TitleMatches[term] >= TermMatcher.Present)
        {
            return null;
        }

        var section = read.Sentences.Skip(start).TakeWhile((sentence, i) => i == 0 || !sentence.IsHeading).SelectMany(sentence => sentence.Words);
        var elsewhere = ranking.Question.Terms.Any(other => other.Word.Stem == name.Word.Stem);
        return !elsewhere && ranking.Matcher.Match(section)[term] < TermMatcher.Present ? read.Sentences[start].Text[name.Start..name.End] : null;
    }

    /// <summary>"Which hotel": one word alone after "which" or "what", since of several the last may be a verb; in "what helps the youth" the one is, since an article follows.</summary>
    private static bool IsNounOfWhich(Question question, Token token) =>
        question.Kind == AnswerKind.Thing && question.Words.FirstOrDefault(word => word.Start > token.Start) is not { Word.Folded: "the" or "a" or "an" } && question.Words.Zip(question.Words.Skip(1)).Any(pair => pair.Second.Start == token.Start && pair.First.Word.IsStopWord);

    /// <summary>Whether what is asked of those named is for a good part in words that no document has: "refuse" in "Why did Japan refuse to sign?".</summary>
    private static bool IsAskedInAbsentWords(Question question)
    {
        var asked = question.Terms.Where(term => term is { IsName: false, IsNumber: false, IsCarried: false, IsFocus: false }).ToList();
        var absent = asked.Where(term => term.IsAbsent && term.Stems.Count == 0).Sum(term => term.Weight);
        return absent > 0 && absent >= LeastAbsent * asked.Sum(term => term.Weight);
    }

    private static string TextOf(Question question, Token token) => question.Text[token.Start..token.End];
}
