using System.Globalization;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>All there are of something, one quotation an item, or how many.</summary>
internal sealed class ListPlan : IAnswerPlan
{
    public PlannedAnswer? Answer(PlanContext context)
    {
        var answer = context.Form.Items switch
        {
            ItemKind.People => Names(context, MentionKind.Person, "person", "people"),
            ItemKind.Organizations => Names(context, MentionKind.Organization, "organisation", "organisations"),
            ItemKind.Events => Names(context, MentionKind.Event, "event", "events"),
            ItemKind.Places => Names(context, MentionKind.Place, "place", "places"),
            ItemKind.Dates => Names(context, MentionKind.Date, "date", "dates"),
            _ => EnumerationReader.Find(context),
        };
        return answer ?? (context.Form.Kind == QuestionKind.Count ? null : StatementList.Of(context));
    }

    private static PlannedAnswer? Names(PlanContext context, MentionKind kind, string one, string many)
    {
        var items = NameList.Of(context, kind);
        if (items.Count == 0)
        {
            return null;
        }

        var shown = items.Take(context.Count(NameList.Usual)).ToList();
        var documents = shown.Select(item => item.Sentence.Document.Id).Distinct().Count();
        var where = documents == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", in {documents} documents");
        var count = string.Create(CultureInfo.InvariantCulture, $"{items.Count} {(items.Count == 1 ? one : many)}");
        var attribute = NameList.AttributeOf(context);
        return new PlannedAnswer
        {
            Doubt = attribute is null ? null : $"The documents do not say of each whether \"{attribute}\" fits; these are all that are in question.",
            Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
            Lead = shown.Count < items.Count
                ? string.Create(CultureInfo.InvariantCulture, $"The first {shown.Count} of {count}{where}:")
                : $"{count}{where}: {string.Join(items.Any(item => item.Label.Contains(',', StringComparison.Ordinal)) ? "; " : ", ", items.Select(item => item.Label))}.",
            Sentences = [.. shown.Select(item => new PlannedSentence(item.Sentence, item.Label))],
        };
    }
}
