using System.Globalization;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>All there are of something, one quotation an item, or how many.</summary>
internal sealed class ListPlan : IAnswerPlan
{
    /// <summary>How many names a doubt counts up.</summary>
    private const int MostInDoubt = 20;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var answer = context.Form.Items switch
        {
            ItemKind.People => Names(context, MentionKind.Person, "person", "people"),
            ItemKind.Organizations => Names(context, MentionKind.Organization, "organisation", "organisations"),
            ItemKind.Events => Names(context, MentionKind.Event, "event", "events"),
            ItemKind.Places => Names(context, MentionKind.Place, "place", "places"),
            ItemKind.Dates => Names(context, MentionKind.Date, "date", "dates"),
            _ => EnumerationReader.Find(context) ?? NamedThings.Find(context),
        };
        return answer ?? (context.Form.Kind == QuestionKind.Count ? null : StatementList.Of(context));
    }

    private static PlannedAnswer? Names(PlanContext context, MentionKind kind, string one, string many)
    {
        var attribute = NameAttribute.Of(context);
        var all = NameList.Of(context, kind, attribute);
        if (all.Count == 0)
        {
            return context.Topic.Any(i => i != attribute?.Term && !context.Form.ItemWords.Contains(context.Ranking.Question.Terms[i].Word.Folded)) ? null : InBoth(context, many);
        }

        // Of "Japanese companies" those of which a text says so, and the others are named in the doubt.
        var fitting = attribute is null ? all : [.. all.Where(item => attribute.Fits(item.Name))];
        var items = fitting.Count > 0 ? fitting : all;
        var shown = items.Take(context.Count(NameList.Usual)).ToList();
        var documents = shown.Select(item => item.Sentence.Document.Id).Distinct().Count();
        var where = documents == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", in {documents} documents");
        var least = context.Sentences.IsCutShort ? "at least " : "";
        var count = string.Create(CultureInfo.InvariantCulture, $"{least}{items.Count} {(items.Count == 1 ? one : many)}");
        return new PlannedAnswer
        {
            Doubt = context.Form.ItemWord is { } item && FormPhrases.Default.Has("unsaid", item) ? NotSaid(item)
                : attribute is null ? OfNumber(context)
                : DoubtOf(attribute, fitting, all),
            Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
            Lead = shown.Count < items.Count
                ? string.Create(CultureInfo.InvariantCulture, $"The first {shown.Count} of {count}{where}:")
                : $"{char.ToUpperInvariant(count[0])}{count[1..]}{where}: {string.Join(items.Any(item => item.Label.Contains(',', StringComparison.Ordinal)) ? "; " : ", ", items.Select(item => item.Label))}.",
            Sentences = [.. shown.Select(item => new PlannedSentence(item.Sentence, item.Label))],
        };
    }

    /// <summary>What speaks against a narrowed list: that a text says of few where they are from.</summary>
    private static string? DoubtOf(NameAttribute attribute, IReadOnlyList<NamedItem> fitting, IReadOnlyList<NamedItem> all)
    {
        if (fitting.Count == 0)
        {
            return NotSaid(attribute.Text);
        }

        var others = all.Except(fitting).Select(item => item.Label).ToList();
        return !attribute.IsOrigin || others.Count == 0 ? null
            : $"Of these the documents say that \"{attribute.Text}\" fits; of others they do not say where they are from: {string.Join(", ", others.Take(MostInDoubt))}{(others.Count > MostInDoubt ? ", …" : "")}.";
    }

    /// <summary>"How many speakers were there in 2020?" counts those who are named beside the number, which texts give once and not of each.</summary>
    private static string? OfNumber(PlanContext context) =>
        context.Form.Kind == QuestionKind.Count && context.Scope.Documents.Count == 0 && context.Topic.Any(i => context.Ranking.Question.Terms[i].IsNumber)
            ? "The documents name these where they speak of it, and there may have been others." : null;

    private static string NotSaid(string word) => $"The documents do not say of each whether \"{word}\" fits; these are all that are in question.";

    /// <summary>"Who was at both?": that nobody was is an answer, which other sentences about the events are not.</summary>
    private static PlannedAnswer? InBoth(PlanContext context, string many) =>
        context.Scope.Events.Count > 1 && !context.AsksForEither && context.Form.Items is ItemKind.People or ItemKind.Organizations
            && (context.Form.ItemWord is not { } item || FormPhrases.Default.Has("general", item))
            ? new PlannedAnswer { Kind = context.Form.Kind, Doubt = $"The documents name no {many} for {string.Join(" and ", context.Scope.Events.Select(@event => $"the {@event.Name}"))} alike." }
            : null;
}
