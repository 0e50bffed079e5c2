using ForumQA.Answering.Conversation;
using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>What a plan chose as quotations; where it is in doubt, with what stands around it.</summary>
internal static class PlannedQuotations
{
    /// <summary>More than so many sentences tell enough by themselves.</summary>
    private const int MostGrown = 2;

    /// <summary>The quotations, in the order of the plan.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="planned">What the plan chose.</param>
    public static IReadOnlyList<QuotedSentence> Of(PlanContext context, PlannedAnswer planned)
    {
        var isWide = planned is { Doubt: not null, Kind: QuestionKind.Fact or QuestionKind.YesNo or QuestionKind.Count or QuestionKind.List }
            && context.Asked is { Length: not (AnswerLength.Shorter or AnswerLength.OneSentence), MostSentences: null }
            && planned.Sentences.Count <= MostGrown
            && planned.Sentences.All(item => item.Group is null && context.LineSource.Of(item.Sentence) is not { Kind: LineKind.Row });
        return isWide
            ? [.. Surroundings.Of([.. planned.Sentences.Select(item => new SentenceCandidate(item.Sentence.Passage, item.Sentence.Place, [], 0))], context.Ranking.Question, AnswerStatus.Partial)
                .Select(stretch => new QuotedSentence(stretch.Span.Text, [stretch.Span]))]
            : [.. IntroducedItems.Complete(context, planned.Sentences).Select(item => QuotedSentence.Of(item.Sentence.Passage, item.Sentence.Sentence, item.Group))];
    }

    /// <summary>The sentences of the corpus that quotations begin with.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="quoted">The quotations.</param>
    public static IReadOnlyList<CorpusSentence> Read(PlanContext context, IEnumerable<QuotedSentence> quoted) =>
        [.. quoted.SelectMany(item => item.Quotations.Take(1)).SelectMany(span => context.Sentences.Of(span.DocumentId).Where(sentence => sentence.Sentence.Start < span.End && span.Start < sentence.Sentence.End))];
}
