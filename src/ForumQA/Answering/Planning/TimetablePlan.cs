using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>"What time does Ada Quill speak?": the rows of a programme that name her and a time, where her name and the time are all that is asked.</summary>
internal sealed class TimetablePlan : IAnswerPlan
{
    private const int MostRows = 3;

    public PlannedAnswer? Answer(PlanContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Scope.People is not [var person] || context.Ranking.Question.Kind != AnswerKind.Time || !context.Topic.All(i => context.Ranking.Question.Terms[i].IsFocus))
        {
            return null;
        }

        var rows = context.Sentences.Mentioning(person)
            .Where(sentence => !OfferedKind.IsMissing(context, [sentence]))
            .Select(context.LineSource.Of).OfType<DocumentLine>().Where(line => line.Kind != LineKind.Text).Distinct().Take(MostRows).ToList();
        return rows.Count == 0 ? null : new PlannedAnswer { Kind = QuestionKind.Fact, Sentences = context.LineSource.Quote(rows) };
    }
}
