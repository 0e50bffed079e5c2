using System.Collections.Frozen;
using ForumQA.Answering.Conversation;

namespace ForumQA.Answering.Planning;

/// <summary>Picks the plan for a question.</summary>
internal static class Planner
{
    private static readonly ComparisonPlan Comparison = new();

    private static readonly ListPlan List = new();

    private static readonly SectionPlan Section = new();

    private static readonly EntryPlan Entry = new();

    private static readonly ColumnsPlan Columns = new();

    private static readonly TablePlan Table = new();

    private static readonly InheritedPlan Inherited = new();

    private static readonly CoursePlan Course = new();

    private static readonly SamePlacePlan SamePlace = new();

    private static readonly MatchingLinesPlan Matching = new();

    /// <summary>The plans of each kind; the first that has something to say answers.</summary>
    private static readonly FrozenDictionary<QuestionKind, IAnswerPlan[]> Plans = new Dictionary<QuestionKind, IAnswerPlan[]>
    {
        [QuestionKind.Fact] =
        [
            SamePlace, new ContactPlan(), Columns, Course, new StepsPlan(), new SuperlativePlan(), new LabelledLinesPlan(), Entry, Table, Section, new ProfilePlan(), new DefinitionPlan(),
            new TimetablePlan(), new MissingAttribute(), new PersonFact(), new EventFact(), Inherited, new ContinuationPlan(),
        ],
        [QuestionKind.YesNo] = [new YesNoPlan(), SamePlace, Section, new PermissionPlan(), new MissingAttribute(), Inherited, new ContinuationPlan()],
        [QuestionKind.List] = [Columns, new StepsPlan(), new SuperlativePlan(), new LabelledLinesPlan(), Table, Entry, Section, Matching, List],
        [QuestionKind.Count] = [SamePlace, Table, Matching, new CountPlan(), new MissingAttribute()],
        [QuestionKind.Comparison] = [Columns, Comparison, Course],
        [QuestionKind.Summary] = [Entry, new SummaryPlan(), new ProfilePlan(), new MissingAttribute()],
        [QuestionKind.Documents] = [new DocumentsPlan()],
    }.ToFrozenDictionary();

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
        var other = AsOtherKind(context)?.Answer(context);

        // A list without names, of a question that asks more than who was there, is none.
        var isList = other is not { Kind: QuestionKind.List, Lead: null } || (context.Form.ItemWord is { } item && context.IsTopicOnly(item));
        if (other is not null && isList)
        {
            return other;
        }

        foreach (var plan in Plans.GetValueOrDefault(context.Form.Kind) ?? [])
        {
            if (plan.Answer(context) is not { } answer)
            {
                continue;
            }

            // "When does release 6.3 go out?" is not answered by what is new in it.
            if (answer is { Doubt: null, Lead: null } && OfferedKind.IsMissing(context, [.. answer.Sentences.Select(item => item.Sentence)]))
            {
                continue;
            }

            if (plan is not (EntryPlan or SectionPlan or ContinuationPlan or InheritedPlan or ListPlan) || Coverage.FindBetter(context, answer) is not { } better)
            {
                return ReadsLayout(plan) && answer.Doubt is null ? answer with { Doubt = Coverage.FindDoubt(context, [.. answer.Sentences.Select(item => item.Sentence)]) } : answer;
            }

            if (context.Decision.Status == AnswerStatus.NotFound)
            {
                // What is refused without the plan still has more of the question than the plan's answer.
                return new PlannedAnswer { Kind = QuestionKind.Fact, Sentences = [new PlannedSentence(better)], Doubt = "The documents speak of this, but may not state the answer." };
            }
        }

        return null;
    }

    /// <summary>Whether a plan goes by where a line stands, which tells less of what it says than words do.</summary>
    private static bool ReadsLayout(IAnswerPlan plan) => plan is EntryPlan or SectionPlan or ContinuationPlan or PermissionPlan or InheritedPlan;

    /// <summary>The plan of another kind than the words ask for, where whom they name tells that it is meant; null when none is.</summary>
    private static IAnswerPlan? AsOtherKind(PlanContext context)
    {
        var (form, scope) = (context.Form, context.Scope);
        if (form.IsKindGiven)
        {
            return null;
        }

        return form.Kind switch
        {
            // "Jeff Shi and Fumihiko Kamio on productivity": two are named, and nothing is asked but what they say.
            QuestionKind.Fact when scope.People.Select(person => person.Name).Distinct().Count() > 1 && !context.AsksWithAQuestionWord => Comparison,

            // "Toshiba at the 16th and the 17th".
            QuestionKind.Fact or QuestionKind.Summary when scope.Events.Count > 1 && scope.People.Count + scope.Organizations.Count > 0 && !context.AsksWithAQuestionWord => Comparison,

            // "Do Toshiba and Hitachi agree?".
            QuestionKind.YesNo or QuestionKind.Fact when (scope.People.Count > 1 || scope.Organizations.Count > 1) && context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("agreeing", word.Word.Folded)) => Comparison,

            // "What did it cost in 2024 and what in 2025?"
            QuestionKind.Fact when scope.Events.Count == 0 && context.Years.Count > 1 => Comparison,

            // "Which speaker was at the 17th forum?": whoever was.
            QuestionKind.Fact when form is { Items: ItemKind.People or ItemKind.Organizations, ItemWord: not null } && scope.Events.Count + scope.Organizations.Count > 0 && scope.People.Count == 0 && (scope.Events.Count > 0 || context.IsTopicOnly(form.ItemWord)) => List,
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
