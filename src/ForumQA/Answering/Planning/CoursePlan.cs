using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>How something has changed, where no years are named: what documents say of it with one number and with another.</summary>
internal sealed class CoursePlan : IAnswerPlan
{
    /// <summary>Sentences among which the course of something is looked for.</summary>
    private const int LookedAt = 40;

    private const int MostSentences = 6;

    /// <summary>"How has the fee changed?"</summary>
    public PlannedAnswer? Answer(PlanContext context)
    {
        if (!context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("changing", word.Word.Folded)))
        {
            return null;
        }

        var topic = context.Topic.Where(i => !FormPhrases.Default.Has("changing", context.Ranking.Question.Terms[i].Word.Folded)).ToList();
        var telling = context.Ranked(LookedAt).Where(sentence => sentence.Sentence.Words.Exists(word => word.Word.HasDigit) && topic.TrueForAll(i => sentence.Sentence.Matches[i] >= TermMatcher.Present))
            .DistinctBy(sentence => string.Join(' ', sentence.Sentence.Words.Where(word => word.Word.HasDigit).Select(word => word.Word.Folded))).Take(MostSentences).ToList();
        return topic.Count == 0 || telling.Select(sentence => (sentence.Document.Id, sentence.Heading)).Distinct().Count() < 2 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Comparison,
            Doubt = telling.Exists(sentence => sentence.Sentence.Words.Exists(word => FormPhrases.Default.Has("turning", word.Word.Folded))) ? null : "The documents do not say in so many words how this has changed.",
            Sentences = [.. telling.InDocumentOrder().Select(sentence => new PlannedSentence(sentence, sentence.Heading.Length > 0 ? sentence.Heading : sentence.Document.Title))],
        };
    }
}
