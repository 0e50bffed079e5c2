using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>Tells that the documents speak of whom a question names, but nowhere of what it asks about them: "Where was Jia Jingdun born?".</summary>
internal sealed class MissingAttribute : IAnswerPlan
{
    /// <summary>From this probability on, other words for what is asked are taken to be there.</summary>
    private const double SureOfMeaning = 0.85;

    /// <summary>"E-mail address" is of three words.</summary>
    private const int LongestNoun = 3;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var names = context.Scope.People.Concat(context.Scope.Organizations).ToList();
        var asksToList = context.Form is { ItemWord: { } item, Items: not ItemKind.Statements } && context.IsTopicOnly(item);
        if (names.Count == 0 || !context.HasTopic || asksToList)
        {
            return null;
        }

        var mentioned = names.SelectMany(context.Sentences.Mentioning).ToList();

        // A name may stand over what is said of it: in a list of staff, in the head of a report.
        var places = mentioned.Select(sentence => (sentence.Document.Id, sentence.Heading)).ToHashSet();
        var about = mentioned.Concat(mentioned.Select(sentence => sentence.Document.Id).Distinct().SelectMany(context.Sentences.Of)
            .Where(sentence => places.Contains((sentence.Document.Id, sentence.Heading)) && IsLine(context, sentence))).Distinct().ToList();
        if (about.Count == 0 || (!IsNarrowedByAnAbsentWord(context) && !AsksForAbsentThings(context) && about.Exists(sentence => Touches(context, sentence))) || IsMeant(context, about))
        {
            return null;
        }

        return new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Doubt = $"The documents speak of {string.Join(" and ", names.Select(name => name.Name).Distinct())}, but say nothing of \"{context.TopicText}\".",
        };
    }

    /// <summary>"Which books has he written?" where no document has a book.</summary>
    private static bool AsksForAbsentThings(PlanContext context) =>
        context.Ranking.Question.Words is [var which, var things, ..] && which.Word.Folded == "which" && things.Word.Folded.EndsWith('s')
        && context.Topic.Any(i => context.Ranking.Question.Terms[i] is { IsAbsent: true, Stems.Count: 0 } term && term.Token.Start == things.Start);

    /// <summary>Whether all that is asked is one noun, narrowed by a word that no document has: an "e-mail address" is not any address.</summary>
    private static bool IsNarrowedByAnAbsentWord(PlanContext context)
    {
        var topic = context.Topic.Select(i => context.Ranking.Question.Terms[i]).OrderBy(term => term.Token.Start).ToList();
        return context.Form.Kind == QuestionKind.Fact && topic is [.., { IsAbsent: true, IsName: false, Stems.Count: 0 }, { IsAbsent: false }] && topic.Count <= LongestNoun
            && topic.Zip(topic.Skip(1)).All(pair => pair.Second.Token.Start == pair.First.Token.End + 1);
    }

    /// <summary>Whether the best sentence speaks of those named and, by meaning, of what is asked about them.</summary>
    private static bool IsMeant(PlanContext context, List<CorpusSentence> about) =>
        context.Answerability is { IsByMeaning: true, Gap: not AnswerGap.Kind, Stated: >= SureOfMeaning }
        && context.Ranking.Sentences is [var best, ..]
        && about.Exists(sentence => sentence.Passage.Evidence.Passage.DocumentId == best.Passage.Evidence.Passage.DocumentId && sentence.Sentence.Start == best.Sentence.Start);

    /// <summary>Whether a sentence stands among short lines, whose name need not be repeated in each.</summary>
    private static bool IsLine(PlanContext context, CorpusSentence sentence) =>
        context.LineSource.Of(sentence) is { } line && (line.Kind != LineKind.Text || line.Term.Length > 0);

    private static bool Touches(PlanContext context, CorpusSentence sentence)
    {
        var around = sentence.Passage.MatchesAround(sentence.Place);
        return context.Topic.Any(i => context.Ranking.Question.Terms[i].Stems.Count > 0 && around[i] >= TermMatcher.Present);
    }
}
