using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>Answers what is asked of a person from what is said of that person, where the best sentence by words is somebody else's.</summary>
internal sealed class PersonFact : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.5;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Scope.People is not [var person] || !context.HasTopic || context.Ranking.Sentences.Count == 0)
        {
            return null;
        }

        var theirs = context.Sentences.Mentioning(person);
        var best = context.Ranking.Sentences[0];
        if (theirs.Any(sentence => IsSame(sentence, best)))
        {
            return null;
        }

        var relevant = theirs.Where(sentence => context.RelevanceOf(sentence) >= Relevant).OrderByDescending(context.RelevanceOf).Take(context.Count(2)).ToList();
        return relevant.Count == 0 ? null : new PlannedAnswer { Kind = QuestionKind.Fact, Sentences = [.. relevant.Select(sentence => new PlannedSentence(sentence))] };
    }

    private static bool IsSame(CorpusSentence sentence, SentenceCandidate candidate) =>
        sentence.Sentence.Start == candidate.Sentence.Start && sentence.Document.Id == candidate.Passage.Evidence.Passage.DocumentId;
}
