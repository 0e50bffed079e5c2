using System.Runtime.CompilerServices;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Answers questions from an index with sentences quoted from its documents. Safe for use by many threads.</summary>
/// <remarks>The same index and the same request give the same updates, to the byte.</remarks>
public sealed class Answerer
{
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly AbstentionPolicy _policy;

    /// <summary>Creates an answerer.</summary>
    /// <param name="store">The index.</param>
    /// <param name="retriever">Finds the passages in it.</param>
    /// <param name="abstention">When to refuse.</param>
    public Answerer(IndexStore store, Retriever retriever, IOptions<AbstentionOptions> abstention)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(abstention);
        _store = store;
        _retriever = retriever;
        _policy = new AbstentionPolicy(abstention);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="request">The question, not blank, with the turns before it.</param>
    /// <param name="cancellationToken">Stops the answer.</param>
    /// <returns>One <see cref="EvidenceFound"/>, a <see cref="SentenceVerified"/> for each sentence, one <see cref="AnswerCompleted"/>.</returns>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used, or the filter names an unknown document.</exception>
    public async IAsyncEnumerable<AnswerUpdate> AnswerAsync(AnswerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Question, nameof(request));
        var question = StandaloneQuestion.From(request);
        var answer = await AnswerAsync(question, request, cancellationToken).ConfigureAwait(false);
        yield return new EvidenceFound(question.Text, answer.Evidence);
        for (var i = 0; i < answer.Sentences.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SentenceVerified(i, answer.Sentences[i]);
        }

        yield return new AnswerCompleted(answer);
    }

    /// <summary>All reads are of one snapshot, closed before anything is handed out: a slow reader holds up no writer.</summary>
    private async Task<Answer> AnswerAsync(StandaloneQuestion question, AnswerRequest request, CancellationToken cancellationToken)
    {
        using var snapshot = _store.OpenSnapshot();
        var retrieved = await RetrieveAsync(snapshot, question, request, cancellationToken).ConfigureAwait(false);
        using var composing = Telemetry.Source.StartActivity(Telemetry.Compose);
        var profile = new QuestionProfile(retrieved.Question, question.Text, question.Asked.Length);
        var ranking = SentenceRanker.Default.Rank(profile, retrieved.Evidence);
        var answerability = AnswerabilityEstimator.Default.Estimate(ranking);
        var (status, abstention) = _policy.Decide(ranking, answerability, request.NeverRefuse ? 0 : snapshot.ReadAbstentionThreshold());
        IReadOnlyList<AnswerSentence> sentences = status == AnswerStatus.NotFound
            ? []
            : [.. new CitationVerifier(snapshot.Documents.Find, snapshot.Passages.Find).Verify(ExtractiveComposer.Compose(ranking))
                .Where(sentence => sentence.Support != Support.Unsupported)];
        if (status != AnswerStatus.NotFound && sentences.Count == 0)
        {
            (status, abstention) = (AnswerStatus.NotFound, _policy.ExplainUnverified(ranking, answerability));
        }

        return new Answer
        {
            Question = question.Asked,
            Status = status,
            Score = answerability.Score,
            Sentences = sentences,
            Abstention = abstention,
            Evidence = ranking.Evidence,
        };
    }

    private async Task<RetrievedEvidence> RetrieveAsync(
        IndexSnapshot snapshot, StandaloneQuestion question, AnswerRequest request, CancellationToken cancellationToken)
    {
        using var retrieving = Telemetry.Source.StartActivity(Telemetry.Retrieve);
        return await _retriever.RetrieveAsync(snapshot, question.Text, request.Filter, request.PassageLimit, cancellationToken).ConfigureAwait(false);
    }
}
