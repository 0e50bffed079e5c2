using System.Globalization;

namespace ForumQA.Answering.Planning;

/// <summary>Which documents speak of something, with the sentence that shows it.</summary>
internal sealed class DocumentsPlan : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.65;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var names = context.Scope.People.Concat(context.Scope.Organizations).Concat(context.Scope.Events).ToList();
        if (!context.HasTopic && names.Count == 0)
        {
            return null;
        }

        var sentences = names.Count > 0
            ? names.SelectMany(context.Sentences.Mentioning)
            : context.Ranked();
        var shown = sentences.GroupBy(sentence => sentence.Document.Id)
            .Select(document => document.MaxBy(context.RelevanceOf)!)
            .Where(sentence => context.RelevanceOf(sentence) >= Relevant)
            .OrderByDescending(context.RelevanceOf)
            .ToList();
        var count = context.Sentences.DocumentCount;
        return shown.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Documents,
            Lead = string.Create(CultureInfo.InvariantCulture, $"{shown.Count} of {count} documents:"),
            Sentences = [.. shown.Take(context.Count(NameList.Usual)).Select(sentence => new PlannedSentence(sentence, sentence.Document.Title))],
        };
    }
}
