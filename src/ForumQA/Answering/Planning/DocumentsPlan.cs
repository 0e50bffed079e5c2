using System.Globalization;

namespace ForumQA.Answering.Planning;

/// <summary>Which documents speak of something, with the sentence that shows it.</summary>
internal sealed class DocumentsPlan : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.65;

    private const int BestLookedAt = 10;

    private const int MostNearest = 2;

    /// <summary>What comes nearest has at least this share of the subject's weight in a sentence.</summary>
    private const double LeastOfNearest = 0.3;

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
        return shown.Count == 0 ? NearestTo(context) : new PlannedAnswer
        {
            Kind = QuestionKind.Documents,
            Lead = string.Create(CultureInfo.InvariantCulture, $"{shown.Count} of {count} documents:"),
            Sentences = [.. shown.Take(context.Count(NameList.Usual)).Select(sentence => new PlannedSentence(sentence, sentence.Document.Title))],
        };
    }

    /// <summary>No document speaks of all of it: those of the best sentences, in doubt; null when they hardly speak of any.</summary>
    private static PlannedAnswer? NearestTo(PlanContext context)
    {
        var nearest = context.Ranked(BestLookedAt).DistinctBy(sentence => sentence.Document.Id).Take(MostNearest).ToList();
        return !nearest.Exists(sentence => context.ShareOf(sentence) >= LeastOfNearest) ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Documents,
            Doubt = "No document speaks of all of this; what comes nearest is shown.",
            Sentences = [.. nearest.Select(sentence => new PlannedSentence(sentence, sentence.Document.Title))],
        };
    }
}
