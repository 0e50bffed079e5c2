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
    private readonly ExtractiveAnswers _answers;
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
        _answers = new ExtractiveAnswers(_policy);
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
        var (retrieved, ranking) = await RetrieveAsync(snapshot, question, request, form, stages, cancellationToken).ConfigureAwait(false);
        using var composing = stages.Begin(Telemetry.Compose);
        var context = Read(snapshot, question, request, form, retrieved, ranking);
        var foreign = FindForeign(context);
        var planned = FindPlan(context, foreign);
        var other = planned is null && foreign is null ? FindInOtherWords(context) : [];
        var decision = other.Count > 0 ? AbstentionPolicy.InOtherWords(context.Ranking, context.Answerability) : context.Decision;
        var answer = planned is not null ? ExtractiveAnswers.OfPlan(context, planned) : _answers.OfBest(context, decision, other, request.Kind);
        var mayBeWritten = decision.MayBeWritten || foreign is not null || planned is { Sentences.Count: > 0 };
        var (given, failure) = mayBeWritten && contexts is not null ? contexts.Choose(question, answer.Evidence, snapshot.Documents.Find) : (null, null);
        return new PreparedAnswer
        {
            Question = question,
            Ranking = context.Ranking,
            Answerability = context.Answerability,
            Extractive = foreign?.Explain(answer, _hasModel) ?? answer,
            Context = given,
            Failure = failure,
        };
    }

    /// <summary>The question beside what was found: how well sentences fit, what is to be done by that, and what it names.</summary>
    private PlanContext Read(IndexSnapshot snapshot, AskedQuestion question, AnswerRequest request, QuestionForm form, RetrievedEvidence retrieved, SentenceRanking ranking)
    {
        var answerability = AnswerabilityEstimator.For(ranking).Estimate(ranking);
        var scope = new ScopeReader(snapshot, form.Correct(Tokenizer.Tokenize(retrieved.Question.CorrectedText)), form).Read();
        var within = CorpusFilterReader.Read(snapshot, request.Filter) is { } subset ? snapshot.Documents.FindIds(subset.Rows) : null;
        return new PlanContext(snapshot, question, retrieved.Vector, ranking, form, scope, within)
        {
            Answerability = answerability,
            Decision = _policy.Decide(ranking, answerability, request.NeverRefuse ? 0 : snapshot.ReadAbstentionThreshold()),
        };
    }

    /// <summary>The question as one in another language than the documents; one most of whose words stand there is misspelt rather than foreign.</summary>
    private ForeignQuestion? FindForeign(PlanContext context)
    {
        var terms = context.Ranking.Question.Terms;
        var sharesWords = terms.Count(term => !term.IsAbsent) * 3 >= terms.Count * 2;
        return ForeignQuestion.Read(context.Asked.Rewritten ?? context.Asked.Asked, _language, sharesWords);
    }

    /// <summary>What a plan makes of the question; null where the best sentences are the answer.</summary>
    private static PlannedAnswer? FindPlan(PlanContext context, ForeignQuestion? foreign)
    {
        var planned = context.Decision.IsAboutAbsentName && context.Form.Kind != QuestionKind.Comparison ? null : Planner.Plan(context);

        // What a rule denies of a foreign question it has not understood.
        return foreign is not null && planned is null or { Sentences.Count: 0 } ? ForeignNames.Find(context) ?? planned : planned;
    }

    /// <summary>What is quoted with a doubt where it would be refused; nothing where what is refused was chosen by the user.</summary>
    private static IReadOnlyList<SentenceCandidate> FindInOtherWords(PlanContext context) =>
        context.Decision is { Status: AnswerStatus.NotFound, IsAboutAbsentName: false, IsGapKnown: false } && context.Snapshot.ReadAbstentionThreshold() is null
            ? [.. OtherWords.Find(context.Ranking, context.Snapshot).Where(sentence => !context.Asked.HasSaid(sentence.Sentence.Text))]
            : [];

    private async Task<(RetrievedEvidence Retrieved, SentenceRanking Ranking)> RetrieveAsync(
        IndexSnapshot snapshot, AskedQuestion question, AnswerRequest request, QuestionForm form, StageTimer stages, CancellationToken cancellationToken)
    {
        using var retrieving = stages.Begin(Telemetry.Retrieve);
        var read = _retriever.Read(snapshot, question.Text, question.OwnLength, form.Framing);
        var retrieved = await _retriever.RetrieveAsync(snapshot, read, request.Filter, request.PassageLimit, cancellationToken).ConfigureAwait(false);
        return (retrieved, await _retriever.RankSentencesAsync(retrieved, cancellationToken).ConfigureAwait(false));
    }
}
