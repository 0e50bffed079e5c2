namespace ForumQA.Answering.Planning;

/// <summary>Completes the best sentence with what its layout belongs to: a row with the names of its columns, a lead-in with what it leads in.</summary>
internal sealed class ContinuationPlan : IAnswerPlan
{
    private const int MostLines = 10;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Decision.Status == AnswerStatus.NotFound || context.Ranked(1).FirstOrDefault() is not { } best || context.LineSource.Of(best) is not { } line)
        {
            return null;
        }

        var lines = line.Kind == LineKind.Row ? Row(context, line)
            : best.Sentence.Text.EndsWith(':') ? [line, .. After(context, line)]
            : [];
        return lines.Count == 0 ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Sentences = context.LineSource.Quote(lines),
            Doubt = context.Decision.Abstention?.Reason,
        };
    }

    /// <summary>The row; of the names of the columns alone, which answer nothing, the row that retrieval likes best.</summary>
    private static IReadOnlyList<DocumentLine> Row(PlanContext context, DocumentLine line)
    {
        if (context.LineSource.HeaderOf(line) is not null)
        {
            return [line];
        }

        var rows = context.LineSource.RowsUnder(line);
        var best = rows.Select(row => (Row: row, Relevance: context.RelevanceOf(row.Sentences[0]))).OrderByDescending(row => row.Relevance).FirstOrDefault();
        return best.Row is null ? [] : [best.Row];
    }

    /// <summary>The lines of the block that a lead-in leads in.</summary>
    private static IEnumerable<DocumentLine> After(PlanContext context, DocumentLine lead)
    {
        var following = context.LineSource.Of(lead.Sentences[0].Document.Id).SkipWhile(line => !ReferenceEquals(line, lead)).Skip(1)
            .TakeWhile(line => line.Heading == lead.Heading).ToList();
        return following.Count == 0 ? [] : following.TakeWhile(line => line.Block == following[0].Block).Take(MostLines);
    }
}
