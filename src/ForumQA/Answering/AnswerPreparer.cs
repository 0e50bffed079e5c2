using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Finds the passages for a question and decides whether it is answered at all.</summary>
internal sealed class AnswerPreparer
{
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly AbstentionPolicy _policy;

    public AnswerPreparer(IndexStore store, Retriever retriever, IOptions<AbstentionOptions> abstention)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(abstention);
        _store = store;
        _retriever = retriever;
        _policy = new AbstentionPolicy(abstention);
    }

    /// <summary>All reads are of one snapshot, closed before anything is handed out: a slow reader or model holds up no writer.</summary>
    /// <param name="question">What to search for.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="contexts">Chooses what a language model is given; null when none is asked.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<PreparedAnswer> PrepareAsync(
        AskedQuestion question, AnswerRequest request, ContextSource? contexts, CancellationToken cancellationToken)
    {
        using var snapshot = _store.OpenSnapshot();
        var retrieved = await RetrieveAsync(snapshot, question, request, cancellationToken).ConfigureAwait(false);
        using var composing = Telemetry.Source.StartActivity(Telemetry.Compose);
        var profile = new QuestionProfile(retrieved.Question, question.Text, question.OwnLength);
        var ranking = SentenceRanker.Default.Rank(profile, retrieved.Evidence);
        var answerability = AnswerabilityEstimator.Default.Estimate(ranking);
        var decision = _policy.Decide(ranking, answerability, request.NeverRefuse ? 0 : snapshot.ReadAbstentionThreshold());
        var (context, failure) = contexts is not null && decision.MayBeWritten
            ? contexts.Choose(question, ranking.Evidence, snapshot.Documents.Find)
            : (null, null);
        return new PreparedAnswer
        {
            Question = question,
            Ranking = ranking,
            Answerability = answerability,
            Extractive = Quote(snapshot, question, ranking, answerability, decision),
            Context = context,
            Failure = failure,
        };
    }

    private Answer Quote(IndexSnapshot snapshot, AskedQuestion question, SentenceRanking ranking, Answerability answerability, AbstentionDecision decision)
    {
        IReadOnlyList<AnswerSentence> sentences = decision.Status == AnswerStatus.NotFound
            ? []
            : [.. new CitationVerifier(snapshot.Documents.Find, snapshot.Passages.Find).Verify(ExtractiveComposer.Compose(ranking, question))
                .Where(sentence => sentence.Support != Support.Unsupported)];
        if (decision.Status != AnswerStatus.NotFound && sentences.Count == 0)
        {
            decision = new AbstentionDecision(AnswerStatus.NotFound, _policy.ExplainUnverified(ranking, answerability), MayBeWritten: false);
        }

        return new Answer
        {
            Question = question.Asked,
            Status = decision.Status,
            Score = answerability.Score,
            Sentences = sentences,
            Abstention = decision.Abstention,
            Evidence = ranking.Evidence,
        };
    }

    private async Task<RetrievedEvidence> RetrieveAsync(
        IndexSnapshot snapshot, AskedQuestion question, AnswerRequest request, CancellationToken cancellationToken)
    {
        using var retrieving = Telemetry.Source.StartActivity(Telemetry.Retrieve);
        return await _retriever.RetrieveAsync(snapshot, question.Text, question.OwnLength, request.Filter, request.PassageLimit, cancellationToken).ConfigureAwait(false);
    }
}
