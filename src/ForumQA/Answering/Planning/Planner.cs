using ForumQA.Answering.Conversation;

namespace ForumQA.Answering.Planning;

/// <summary>Picks the plan for a question.</summary>
internal static class Planner
{
    private static readonly SummaryPlan Summary = new();
    private static readonly ComparisonPlan Comparison = new();
    private static readonly ListPlan List = new();
    private static readonly CountPlan Count = new();
    private static readonly DefinitionPlan Definition = new();
    private static readonly DocumentsPlan Documents = new();
    private static readonly ProfilePlan Profile = new();
    private static readonly YesNoPlan YesNo = new();

    /// <summary>What to say to a question that one sentence does not answer.</summary>
    /// <returns>Null when the best sentences are the answer.</returns>
    public static PlannedAnswer? Plan(PlanContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answer = context.Scope.Unknown is { } unknown ? Deny(context, unknown) : IdentityPlan.Find(context) ?? Choose(context);

        // One statement may be contradicted by another.
        if (context.Form.Kind is QuestionKind.Fact or QuestionKind.Count && context.Asked.Move != ConversationMove.More && answer is null or { Sentences: [_], Doubt: null, Lead: null })
        {
            answer = DifferingStatements.Find(context, answer?.Sentences[0].Sentence) ?? answer;
        }

        // Nothing found and nothing denied is no plan.
        return answer is { Sentences.Count: 0, Doubt: null } ? null : answer;
    }

    private static PlannedAnswer? Choose(PlanContext context)
    {
        var scope = context.Scope;
        return context.Form.Kind switch
        {
            // "Jeff Shi and Fumihiko Kamio on productivity": two are named, and nothing is asked but what they say.
            QuestionKind.Fact when !context.Form.IsKindGiven && scope.People.Select(person => person.Name).Distinct().Count() > 1 && !context.AsksWithAQuestionWord => Comparison.Answer(context),

            // "Toshiba at the 16th and the 17th".
            QuestionKind.Fact or QuestionKind.Summary when !context.Form.IsKindGiven && scope.Events.Count > 1 && scope.People.Count + scope.Organizations.Count > 0 && !context.AsksWithAQuestionWord => Comparison.Answer(context),

            // "Which speaker was at the 17th forum?": whoever was.
            QuestionKind.Fact when !context.Form.IsKindGiven && context.Form is { Items: ItemKind.People or ItemKind.Organizations, ItemWord: not null } && scope.Events.Count + scope.Organizations.Count > 0 && scope.People.Count == 0 && (scope.Events.Count > 0 || context.IsTopicOnly(context.Form.ItemWord)) && List.Answer(context) is { } list && (list.Lead is not null || context.IsTopicOnly(context.Form.ItemWord)) => list,
            QuestionKind.Summary => Summary.Answer(context) ?? Profile.Answer(context) ?? MissingAttribute.Find(context),
            QuestionKind.Comparison => Comparison.Answer(context),
            QuestionKind.Documents => Documents.Answer(context),
            QuestionKind.List => List.Answer(context),
            QuestionKind.Count => Count.Answer(context) ?? MissingAttribute.Find(context),
            QuestionKind.Fact => Profile.Answer(context) ?? Definition.Answer(context) ?? MissingAttribute.Find(context) ?? PersonFact.Find(context),
            QuestionKind.YesNo => YesNo.Answer(context) ?? MissingAttribute.Find(context),
            _ => null,
        };
    }

    /// <summary>Says which events of the series there are; of documents that may not be asked nothing is told.</summary>
    private static PlannedAnswer Deny(PlanContext context, UnknownEvent unknown)
    {
        var known = unknown.Known.Where(@event => @event.Documents.Any(context.Sentences.Allows))
            .Select(@event => @event.Name.Split(' ')[0]).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Doubt = known.Count == 0 ? $"The documents do not speak of the {unknown.Number}." : $"The documents speak of the {Join(known)} {unknown.Series}, not of the {unknown.Number}.",
        };
    }

    private static string Join(List<string> names) =>
        names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}" : names[0];
}
