using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>Tells that the documents speak of whom a question names, but nowhere of what it asks about them: "Where was Jia Jingdun born?".</summary>
internal static class MissingAttribute
{
    /// <summary>The refusal; null when some sentence about those named has some word of what is asked.</summary>
    /// <param name="context">The question and the index.</param>
    public static PlannedAnswer? Find(PlanContext context)
    {
        var names = context.Scope.People.Concat(context.Scope.Organizations).ToList();
        if (names.Count == 0 || !context.HasTopic || (context.Form is { ItemWord: { } item, Items: not ItemKind.Statements } && context.IsTopicOnly(item)) || names.SelectMany(context.Sentences.Mentioning).Any(sentence => Touches(context, sentence)))
        {
            return null;
        }

        return new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Doubt = $"The documents speak of {string.Join(" and ", names.Select(name => name.Name).Distinct())}, but say nothing of \"{context.TopicText}\".",
        };
    }

    private static bool Touches(PlanContext context, CorpusSentence sentence)
    {
        var around = sentence.Passage.MatchesAround(sentence.Place);
        return context.Topic.Any(i => context.Ranking.Question.Terms[i].Stems.Count > 0 && around[i] >= TermMatcher.Present);
    }
}
