using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>Completes the best sentence with what its layout belongs to: a row with the names of its columns, a lead-in with what it leads in, an item with the rest of it, a sentence with the one beside it that has what is asked.</summary>
internal sealed class ContinuationPlan : IAnswerPlan
{
    private const int MostLines = 10;

    /// <summary>An item of more sentences is a paragraph.</summary>
    private const int MostOfItem = 4;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Decision.Status == AnswerStatus.NotFound || context.Ranked(1).FirstOrDefault() is not { } best || context.LineSource.Of(best) is not { } line)
        {
            return null;
        }

        var lines = line.Kind == LineKind.Row ? Row(context, line)
            : best.Sentence.Text.EndsWith(':') ? [line, .. After(context, line)]
            : line.Sentences.Count is > 1 and <= MostOfItem && (line.Kind != LineKind.Text || line.Term.Length > 0) ? [line]
            : [];
        if (lines.Count == 0 && Beside(context, best) is { } beside)
        {
            return new PlannedAnswer { Kind = context.Form.Kind, Sentences = [new PlannedSentence(best), new PlannedSentence(beside)], Doubt = context.Decision.Abstention?.Reason };
        }

        return lines.Count == 0 ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Lead = context.Form.Kind == QuestionKind.YesNo ? "The documents say:" : null,
            Sentences = context.LineSource.Quote(lines),
            Doubt = context.Decision.Abstention?.Reason,
        };
    }

    /// <summary>The sentence behind the best one that offers what is asked for where the best does not: "Paths are mown by the tenant. Width: 60 cm."; null when none does.</summary>
    private static CorpusSentence? Beside(PlanContext context, CorpusSentence best)
    {
        var question = context.Ranking.Question;
        if (question.Kind is not (AnswerKind.Reason or AnswerKind.Measure or AnswerKind.Amount or AnswerKind.Count or AnswerKind.Share) || Offers(best))
        {
            return null;
        }

        var all = context.Sentences.Of(best.Document.Id);
        var next = all.SkipWhile(sentence => sentence != best).Skip(1).FirstOrDefault();
        return next is not null && context.LineSource.Of(next) is { } line && context.LineSource.Of(best) is { } own && line.Block == own.Block && Offers(next) ? next : null;

        bool Offers(CorpusSentence sentence) => AnswerOffer.Of(question, sentence.Sentence).Offers(question.Kind);
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
