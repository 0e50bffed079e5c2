using ForumQA.Answering.Planning;
using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering;

/// <summary>Makes answers of the documents' own sentences, each quotation checked.</summary>
/// <param name="policy">Words why there is no answer.</param>
internal sealed class ExtractiveAnswers(AbstentionPolicy policy)
{
    /// <summary>What a plan chose.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="planned">The sentences that the plan chose, with what it says of them.</param>
    public static Answer OfPlan(PlanContext context, PlannedAnswer planned)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(planned);
        var quoted = PlannedQuotations.Of(context, planned);
        var sentences = Verify(context.Snapshot, quoted);
        var status = sentences.Count == 0 ? AnswerStatus.NotFound : planned.Doubt is null ? AnswerStatus.Answered : AnswerStatus.Partial;
        return new Answer
        {
            Question = context.Asked.Asked,
            StandaloneQuestion = context.Asked.Text,
            Kind = planned.Kind,
            Status = status,

            // A lead counts what is quoted: with a quotation gone it would be wrong.
            Lead = sentences.Count == 0 || sentences.Count < quoted.Count ? null : planned.Lead,
            Score = status == AnswerStatus.Answered ? 1 : context.Answerability.Score,
            Sentences = sentences,
            Abstention = status == AnswerStatus.Answered ? null : AbstentionPolicy.Explain(context.Ranking, context.Answerability.Score, 0, planned.Doubt ?? ""),
            Evidence = [.. planned.Sentences.Select(item => item.Sentence.Passage.Evidence).Concat(context.Ranking.Evidence).DistinctBy(evidence => evidence.Passage.Id)],
            Notes = planned.Notes,
        };
    }

    /// <summary>The best sentences, for which there is no plan.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="decision">What is done with the question.</param>
    /// <param name="other">What is quoted in place of the best sentences; empty when they are.</param>
    /// <param name="wanted">The kind of answer that was asked for by name; null when none was.</param>
    public Answer OfBest(PlanContext context, AbstentionDecision decision, IReadOnlyList<SentenceCandidate> other, QuestionKind? wanted)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(other);
        var quoted = Compose(context, decision.Status, other);
        if (FindDoubt(context, decision, quoted) is { } doubt)
        {
            decision = new AbstentionDecision(AnswerStatus.Partial, AbstentionPolicy.Explain(context.Ranking, context.Answerability.Stated, 0, doubt), MayBeWritten: true);
            quoted = Compose(context, decision.Status, other);
        }

        if (decision.Status != AnswerStatus.NotFound && OfferedKind.IsMissing(context, PlannedQuotations.Read(context, quoted)))
        {
            // A doubt whether a price is the one that is asked for is worth reading; one about words without a price is not.
            var status = decision.Status == AnswerStatus.Answered ? AnswerStatus.Partial : AnswerStatus.NotFound;
            decision = new AbstentionDecision(status, AbstentionPolicy.Explain(context.Ranking, context.Answerability.Score, 0, AbstentionPolicy.ExplainKind(context.Ranking.Question.Kind)), decision.MayBeWritten);
            quoted = Compose(context, status, other);
        }

        var sentences = Verify(context.Snapshot, quoted);
        if (decision.Status != AnswerStatus.NotFound && sentences.Count == 0)
        {
            decision = new AbstentionDecision(AnswerStatus.NotFound, policy.ExplainUnverified(context.Ranking, context.Answerability), MayBeWritten: false);
        }

        var isYesNo = context.Form.Kind == QuestionKind.YesNo;
        return new Answer
        {
            Question = context.Asked.Asked,
            StandaloneQuestion = context.Asked.Text,
            Kind = isYesNo ? QuestionKind.YesNo : QuestionKind.Fact,
            Status = decision.Status,

            // No sentence decides it by itself, and ForumQA does not guess.
            Lead = isYesNo && sentences.Count > 0 ? "The documents say:" : null,
            Score = context.Answerability.Score,
            Sentences = sentences,
            Abstention = decision.Abstention,
            Evidence = context.Ranking.Evidence,
            Notes = sentences.Count == 0 ? [] : NotesOn(wanted),
        };
    }

    private static IReadOnlyList<QuotedSentence> Compose(PlanContext context, AnswerStatus status, IReadOnlyList<SentenceCandidate> other) =>
        status == AnswerStatus.NotFound ? []
        : other.Count > 0 ? ExtractiveComposer.Quote(other, context.Ranking, context.Asked, status)
        : ExtractiveComposer.Compose(context.Ranking, context.Asked, status);

    /// <summary>What of the question the quotations leave out, where it would else be simply answered.</summary>
    private static string? FindDoubt(PlanContext context, AbstentionDecision decision, IReadOnlyList<QuotedSentence> quoted) =>
        decision.Status == AnswerStatus.Answered ? Coverage.FindDoubt(context, PlannedQuotations.Read(context, quoted)) : null;

    private static IReadOnlyList<AnswerSentence> Verify(IndexSnapshot snapshot, IReadOnlyList<QuotedSentence> sentences) =>
        [.. new CitationVerifier(snapshot.Documents.Find, snapshot.Passages.Find).Verify(sentences).Where(sentence => sentence.Support != Support.Unsupported)];

    /// <summary>Says that a kind of answer that was asked for by name could not be had.</summary>
    private static IReadOnlyList<AnswerNote> NotesOn(QuestionKind? wanted) => wanted switch
    {
        null or QuestionKind.Fact or QuestionKind.YesNo => [],
        QuestionKind.Documents => [new AnswerNote("kind-not-possible", "It could not be told which documents speak of this, so it was answered like any other question.")],
        { } kind => [new AnswerNote("kind-not-possible", $"No {kind.ToString().ToLowerInvariant()} of this could be made, so it was answered like any other question.")],
    };
}
