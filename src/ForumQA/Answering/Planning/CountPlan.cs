using System.Globalization;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>How many: a number that a text states, else a count of what a list would name.</summary>
internal sealed class CountPlan : IAnswerPlan
{
    /// <summary>How many words may stand between a number and what it counts: "twelve experts", "169 national high-tech zones".</summary>
    private const int Reach = 3;

    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.3;

    /// <summary>From this share on, it is the subject.</summary>
    private const double Sure = 0.5;

    private static readonly ListPlan List = new();

    public PlannedAnswer? Answer(PlanContext context)
    {
        var words = context.Ranking.Question.Words;
        var counted = CountedWord(words);
        if (counted is { Word.Folded: "times" })
        {
            return CountSentences(context);
        }

        if (counted is { } item)
        {
            var isAudience = AsksForAudience(context, item);
            if (Stated(context, item, isAudience) is { } sentence)
            {
                return new PlannedAnswer
                {
                    Kind = QuestionKind.Fact,
                    Sentences = [new PlannedSentence(sentence)],
                    Doubt = context.ShareOf(sentence) < Sure ? "The documents speak of this, but not in all words of the question." : null,
                };
            }
        }

        if (counted is { } some && AsksForAudience(context, some))
        {
            return new PlannedAnswer { Kind = QuestionKind.Count, Doubt = $"The documents name people, but do not say how many {context.Ranking.Question.Text[some.Start..some.End]} there were." };
        }

        // What the index lists can be counted; of anything else only what a text says.
        return context.Form.Items is ItemKind.People or ItemKind.Organizations or ItemKind.Events || (context.Form.ItemWord is not null && !context.HasTopic)
            ? List.Answer(context)
            : EnumerationReader.Find(context);
    }

    /// <summary>What is counted: "plots" of "how many garden plots have bees"; null when no word asks for a count.</summary>
    internal static Token? CountedWord(IReadOnlyList<Token> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Word.Folded is "many" or "number" or "count")
            {
                var run = words.Skip(i + 1).SkipWhile(word => word.Word.IsStopWord).TakeWhile(word => !word.Word.IsStopWord).ToList();
                var after = run.Count == 0 ? default : words.SkipWhile(word => word.Start <= run[^1].Start).FirstOrDefault();

                // "How many dip tanks are there", but "how many people came to it".
                return run.Count == 0 ? null : run.Count <= Reach && after.Length > 0 && Conversation.FollowUpWords.Auxiliaries.Contains(after.Word.Folded) ? run[^1] : run[0];
            }
        }

        return null;
    }

    /// <summary>Whether a text states how many there are.</summary>
    internal static bool IsStated(PlanContext context) =>
        CountedWord(context.Ranking.Question.Words) is { } counted && Stated(context, counted, isAudience: false) is { } sentence && context.ShareOf(sentence) >= Sure;

    /// <summary>Whether those are counted who came, of whom a text names only some: "How many people attended the forum?".</summary>
    private static bool AsksForAudience(PlanContext context, Token counted) => FormPhrases.Default.Has("audience", counted.Word.Folded)
        || (IsAnybody(counted) && context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("attending", word.Word.Folded) || word.Word.Folded is "part"));

    private static bool IsAnybody(Token word) => FormPhrases.Default.Has("general", word.Word.Folded) && FormPhrases.Default.Has("people", word.Word.Folded);

    /// <summary>The best sentence in scope that has a number before the counted word, or, of an audience, before any word for people.</summary>
    private static CorpusSentence? Stated(PlanContext context, Token counted, bool isAudience)
    {
        var scope = context.Scope;
        var names = scope.People.Concat(scope.Organizations).ToList();
        var sentences = names.Count > 0 ? names.SelectMany(context.Sentences.Mentioning)
            : scope.Documents.Count > 0 ? scope.Documents.SelectMany(context.Sentences.Of)
            : context.Ranked(40);
        var least = scope.Documents.Count > 0 ? 0 : Relevant;
        return sentences.Where(sentence => Counts(sentence.Sentence, word => word.Word.Stem == counted.Word.Stem || (isAudience && (IsAnybody(word) || FormPhrases.Default.Has("audience", word.Word.Folded) || FormPhrases.Default.Has("members", word.Word.Folded)))) && context.ShareOf(sentence) >= least)
            .OrderByDescending(context.ShareOf).FirstOrDefault();
    }

    private static bool Counts(SentenceProfile sentence, Func<Token, bool> isCounted)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (isCounted(sentence.Words[i])
                && Enumerable.Range(Math.Max(0, i - Reach), Math.Min(i, Reach)).Any(at => IsOfOneCell(sentence, at, i) && (sentence.Words[at].Word.HasDigit && !CalendarYear.IsLikelierThanNumber(sentence.Words[at].Word.Folded) && OrdinalNumber.Of(sentence.Words[at].Word.Folded) is null) || FormPhrases.Default.Has("numerals", sentence.Words[at].Word.Folded)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no other cell, nor the rest of a time of day, parts a number from what it counts.</summary>
    private static bool IsOfOneCell(SentenceProfile sentence, int number, int counted) =>
        !sentence.Text.AsSpan(sentence.Words[number].End..sentence.Words[counted].Start).ContainsAny('|', ':');

    private static PlannedAnswer? CountSentences(PlanContext context)
    {
        var names = context.Scope.People.Concat(context.Scope.Organizations).Concat(context.Scope.Events).ToList();
        var sentences = (names.Count > 0
                ? names.SelectMany(context.Sentences.Mentioning)
                : context.Ranked())
            .Where(sentence => context.Topic.All(i => sentence.Sentence.Matches[i] >= TermMatcher.Present))
            .DistinctBy(sentence => (sentence.Document.Id, sentence.Sentence.Start)).ToList();
        var documents = sentences.Select(sentence => sentence.Document.Id).Distinct().Count();
        return sentences.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Count,
            Lead = string.Create(CultureInfo.InvariantCulture, $"In {sentences.Count} {(sentences.Count == 1 ? "sentence" : "sentences")} of {documents} {(documents == 1 ? "document" : "documents")}:"),
            Sentences = [.. sentences.Take(context.Count(5)).Select(sentence => new PlannedSentence(sentence))],
        };
    }
}
