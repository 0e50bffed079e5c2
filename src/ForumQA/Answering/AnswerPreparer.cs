using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Meaning;
using ForumQA.Answering.Planning;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Finds the passages for a question and decides whether it is answered at all.</summary>
internal sealed class AnswerPreparer
{
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly AbstentionPolicy _policy;
    private readonly CorpusLanguage _language;
    private readonly bool _hasModel;

    /// <param name="store">The index.</param>
    /// <param name="retriever">Finds the passages in it.</param>
    /// <param name="abstention">When to refuse.</param>
    /// <param name="hasModel">Whether a language model is configured, which refusals tell of.</param>
    public AnswerPreparer(IndexStore store, Retriever retriever, IOptions<AbstentionOptions> abstention, bool hasModel)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(abstention);
        _store = store;
        _retriever = retriever;
        _policy = new AbstentionPolicy(abstention);
        _language = new CorpusLanguage(store);
        _hasModel = hasModel;
    }

    /// <summary>All reads are of one snapshot, closed before anything is handed out: a slow reader or model holds up no writer.</summary>
    /// <param name="question">What to search for.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="stages">Takes the time.</param>
    /// <param name="contexts">Chooses what a language model is given; null when none is asked.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<PreparedAnswer> PrepareAsync(
        AskedQuestion question, AnswerRequest request, StageTimer stages, ContextSource? contexts, CancellationToken cancellationToken)
    {
        using var snapshot = _store.OpenSnapshot();
        var form = QuestionFormReader.Read(question.Rewritten ?? question.Own, word => snapshot.Words.CountPassagesWith([word.Stem]).Count > 0, request.Kind);
        var retrieved = await RetrieveAsync(snapshot, question, request, form, stages, cancellationToken).ConfigureAwait(false);
        using var composing = stages.Begin(Telemetry.Compose);
        var ranking = SentenceRanker.Default.Rank(retrieved.Question, retrieved.Evidence);
        var answerability = AnswerabilityEstimator.For(ranking).Estimate(ranking);
        var decision = _policy.Decide(ranking, answerability, request.NeverRefuse ? 0 : snapshot.ReadAbstentionThreshold());
        var foreign = ForeignQuestion.Read(question.Rewritten ?? question.Asked, _language, ranking.Question.Terms.Count(term => !term.IsAbsent) * 3 >= ranking.Question.Terms.Count * 2);
        var plan = new Lazy<PlanContext>(() => ContextOf(snapshot, question, request, ranking, answerability, decision, form, retrieved));
        var planned = decision.IsAboutAbsentName && form.Kind != QuestionKind.Comparison ? null : Planner.Plan(plan.Value);

        // What a rule denies it has not understood.
        planned = foreign is not null && planned is null or { Sentences.Count: 0 } ? ForeignNames.Find(plan.Value) ?? planned : planned;
        var other = planned is null && foreign is null ? InOtherWords(snapshot, question, ranking, decision) : [];
        if (other.Count > 0)
        {
            decision = AbstentionPolicy.InOtherWords(ranking, answerability);
        }

        var extractive = planned is not null
            ? Quote(plan.Value, planned)
            : AsAnyOther(Quote(plan.Value, decision, other), form, request.Kind);
        extractive = foreign?.Explain(extractive, _hasModel) ?? extractive;
        var (context, failure) = contexts is not null && (decision.MayBeWritten || foreign is not null || planned is { Sentences.Count: > 0 })
            ? contexts.Choose(question, extractive.Evidence, snapshot.Documents.Find)
            : (null, null);
        return new PreparedAnswer
        {
            Question = question,
            Ranking = ranking,
            Answerability = answerability,
            Extractive = extractive,
            Context = context,
            Failure = failure,
        };
    }

    /// <summary>What is quoted with a doubt where it would be refused; nothing where what is refused was chosen by the user.</summary>
    private static IReadOnlyList<SentenceCandidate> InOtherWords(
        IndexSnapshot snapshot, AskedQuestion question, SentenceRanking ranking, AbstentionDecision decision) =>
        decision is { Status: AnswerStatus.NotFound, IsAboutAbsentName: false, IsGapKnown: false } && snapshot.ReadAbstentionThreshold() is null
            ? [.. OtherWords.Find(ranking, snapshot).Where(sentence => !question.HasSaid(sentence.Sentence.Text))]
            : [];

    private static PlanContext ContextOf(
        IndexSnapshot snapshot, AskedQuestion question, AnswerRequest request, SentenceRanking ranking, Answerability answerability, AbstentionDecision decision, QuestionForm form, RetrievedEvidence retrieved)
    {
        var scope = new ScopeReader(snapshot, form.Correct(Tokenizer.Tokenize(retrieved.Question.CorrectedText)), form).Read();
        var within = CorpusFilterReader.Read(snapshot, request.Filter) is { } subset ? snapshot.Documents.FindIds(subset.Rows) : null;
        return new PlanContext(snapshot, question, retrieved.Vector, ranking, form, scope, within) { Answerability = answerability, Decision = decision };
    }

    /// <summary>The best sentences, for which there is no plan.</summary>
    private static Answer AsAnyOther(Answer answer, QuestionForm form, QuestionKind? wanted) => answer with
    {
        Kind = form.Kind == QuestionKind.YesNo ? QuestionKind.YesNo : QuestionKind.Fact,

        // No sentence decides it by itself, and ForumQA does not guess.
        Lead = form.Kind == QuestionKind.YesNo && answer.Sentences.Count > 0 ? "The documents say:" : answer.Lead,
        Notes = answer.Sentences.Count == 0 ? [] : NotesOn(wanted),
    };

    /// <summary>Says that a kind of answer that was asked for by name could not be had.</summary>
    private static IReadOnlyList<AnswerNote> NotesOn(QuestionKind? wanted) => wanted switch
    {
        null or QuestionKind.Fact or QuestionKind.YesNo => [],
        QuestionKind.Documents => [new AnswerNote("kind-not-possible", "It could not be told which documents speak of this, so it was answered like any other question.")],
        { } kind => [new AnswerNote("kind-not-possible", $"No {kind.ToString().ToLowerInvariant()} of this could be made, so it was answered like any other question.")],
    };

    /// <summary>A plan's answer, its quotations checked.</summary>
    private static Answer Quote(PlanContext context, PlannedAnswer planned)
    {
        var (question, ranking, answerability) = (context.Asked, context.Ranking, context.Answerability);
        var quoted = PlannedQuotations.Of(context, planned);
        var sentences = Verify(context.Snapshot, quoted);
        var status = sentences.Count == 0 ? AnswerStatus.NotFound : planned.Doubt is null ? AnswerStatus.Answered : AnswerStatus.Partial;
        return new Answer
        {
            Question = question.Asked,
            StandaloneQuestion = question.Text,
            Kind = planned.Kind,
            Status = status,

            // A lead counts what is quoted: with a quotation gone it would be wrong.
            Lead = sentences.Count == 0 || sentences.Count < quoted.Count ? null : planned.Lead,
            Score = status == AnswerStatus.Answered ? 1 : answerability.Score,
            Sentences = sentences,
            Abstention = status == AnswerStatus.Answered ? null : AbstentionPolicy.Explain(ranking, answerability.Score, 0, planned.Doubt ?? ""),
            Evidence = [.. planned.Sentences.Select(item => item.Sentence.Passage.Evidence).Concat(ranking.Evidence).DistinctBy(evidence => evidence.Passage.Id)],
            Notes = planned.Notes,
        };
    }

    private static IReadOnlyList<AnswerSentence> Verify(IndexSnapshot snapshot, IReadOnlyList<QuotedSentence> sentences) =>
        [.. new CitationVerifier(snapshot.Documents.Find, snapshot.Passages.Find).Verify(sentences).Where(sentence => sentence.Support != Support.Unsupported)];

    private Answer Quote(PlanContext context, AbstentionDecision decision, IReadOnlyList<SentenceCandidate> other)
    {
        var (question, ranking, answerability) = (context.Asked, context.Ranking, context.Answerability);
        var quoted = Compose(decision.Status);
        if (decision.Status == AnswerStatus.Answered && Coverage.FindDoubt(context, PlannedQuotations.Read(context, quoted)) is { } doubt)
        {
            decision = new AbstentionDecision(AnswerStatus.Partial, AbstentionPolicy.Explain(ranking, answerability.Stated, 0, doubt), MayBeWritten: true);
            quoted = Compose(decision.Status);
        }

        var sentences = Verify(context.Snapshot, quoted);
        if (decision.Status != AnswerStatus.NotFound && sentences.Count == 0)
        {
            decision = new AbstentionDecision(AnswerStatus.NotFound, _policy.ExplainUnverified(ranking, answerability), MayBeWritten: false);
        }

        return new Answer
        {
            Question = question.Asked,
            StandaloneQuestion = question.Text,
            Status = decision.Status,
            Score = answerability.Score,
            Sentences = sentences,
            Abstention = decision.Abstention,
            Evidence = ranking.Evidence,
        };

        IReadOnlyList<QuotedSentence> Compose(AnswerStatus status) => status == AnswerStatus.NotFound ? []
            : other.Count > 0 ? ExtractiveComposer.Quote(other, ranking, question, status)
            : ExtractiveComposer.Compose(ranking, question, status);
    }

    private async Task<RetrievedEvidence> RetrieveAsync(
        IndexSnapshot snapshot, AskedQuestion question, AnswerRequest request, QuestionForm form, StageTimer stages, CancellationToken cancellationToken)
    {
        using var retrieving = stages.Begin(Telemetry.Retrieve);
        var read = _retriever.Read(snapshot, question.Text, question.OwnLength, form.Framing);
        return await _retriever.RetrieveAsync(snapshot, read, request.Filter, request.PassageLimit, cancellationToken).ConfigureAwait(false);
    }
}
