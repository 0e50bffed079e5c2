using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Answers questions from an index: with sentences quoted from its documents, or with sentences of a language model that the documents support. Safe for use by many threads.</summary>
/// <remarks>Without a model the same index and the same request give the same updates, to the byte, but for <see cref="Answer.Times"/>.</remarks>
public sealed class Answerer
{
    /// <summary>A question about the documents that opens with "do you" has so many words of substance.</summary>
    private const int FewestOfAQuestion = 3;

    private readonly ConversationReader _conversation;
    private readonly AnswerPreparer _preparer;
    private readonly ModelAnswers? _model;
    private readonly ModelChoice _choice;
    private readonly TimeProvider _time;

    /// <summary>Creates an answerer that quotes the documents.</summary>
    /// <param name="store">The index.</param>
    /// <param name="retriever">Finds the passages in it.</param>
    /// <param name="abstention">When to refuse.</param>
    public Answerer(IndexStore store, Retriever retriever, IOptions<AbstentionOptions> abstention)
        : this(new ConversationReader(store, hasModel: false), new AnswerPreparer(store, retriever, abstention, hasModel: false), null, new ModelChoice([]), TimeProvider.System)
    {
    }

    internal Answerer(ConversationReader conversation, AnswerPreparer preparer, ModelAnswers? model, ModelChoice choice, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(preparer);
        _conversation = conversation;
        _preparer = preparer;
        ArgumentNullException.ThrowIfNull(time);
        _model = model;
        _choice = choice;
        _time = time;
    }

    /// <summary>Answers a question.</summary>
    /// <param name="request">The question, not blank, with the turns before it.</param>
    /// <param name="cancellationToken">Stops the answer, and the request to a model.</param>
    /// <returns>See <see cref="AnswerUpdate"/> for their order.</returns>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used, there is no such <see cref="AnswerRequest.Model"/>, or <see cref="AnswerMode.Generative"/> was asked for and the language model cannot be used.</exception>
    public async IAsyncEnumerable<AnswerUpdate> AnswerAsync(AnswerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Question, nameof(request));
        if (request.Kind is { } kind && (kind == QuestionKind.Conversation || !Enum.IsDefined(kind)))
        {
            throw new ArgumentException($"'{kind}' is no kind of answer that can be asked for. Leave Kind null, and small talk is recognised by itself.", nameof(request));
        }

        // Composing is a task of its own, so that a reader who walks away stops the model.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateUnbounded<AnswerUpdate>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var answering = WriteAsync(request, updates.Writer, stop.Token);
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return update;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await answering.ConfigureAwait(false);
        }
    }

    /// <summary>Never fails: a failure is handed to the reader.</summary>
    private async Task WriteAsync(AnswerRequest request, ChannelWriter<AnswerUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerAsync(request, update => updates.TryWrite(update), cancellationToken).ConfigureAwait(false);
            updates.Complete();
        }
        catch (Exception e)
        {
            updates.Complete(e);
        }
    }

    private async Task AnswerAsync(AnswerRequest request, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        var stages = new StageTimer(_time);
        request = request with { Model = _choice.Read(request.Model) };
        var answer = await AnswerAsync(request, stages, emit, cancellationToken).ConfigureAwait(false);
        emit(new AnswerCompleted(answer with { Times = stages.Read() }));
    }

    private async Task<Answer> AnswerAsync(AnswerRequest request, StageTimer stages, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        var asked = _conversation.Read(request);
        if (asked.Reply is not null)
        {
            return asked.Move == ConversationMove.Chore ? Refuse(asked, asked.Reply, emit) : Reply(asked, asked.Reply, emit);
        }

        if (request.Mode == AnswerMode.Generative && _model is null)
        {
            throw ChatException.NotConfigured();
        }

        // Who asks for the source wants the documents' own words, whoever wrote the answer.
        var model = request.Mode == AnswerMode.Extractive || (request.Mode == AnswerMode.Automatic && asked.Preface is not null) ? null : _model;
        if (model is null && asked.Requests.Count > 1 && await AnswerEachAsync(asked.Requests, request, stages, cancellationToken).ConfigureAwait(false) is { } joined)
        {
            emit(new EvidenceFound(joined.StandaloneQuestion, joined.Evidence));
            return GenerativeComposer.Quote(joined, emit);
        }

        return model is null
            ? await QuoteAsync(asked, request, stages, emit, cancellationToken).ConfigureAwait(false)
            : await model.AnswerAsync(asked, request, stages, emit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>"Do you get money back when you leave?": most of it is in the documents, and "you" is anybody.</summary>
    private static bool IsOfTheDocuments(PreparedAnswer prepared)
    {
        var terms = prepared.Ranking.Question.Terms;
        return terms.Count >= FewestOfAQuestion && terms.Count(term => !term.IsAbsent) * 2 > terms.Count;
    }

    private static Answer Reply(AskedQuestion asked, string reply, Action<AnswerUpdate> emit)
    {
        emit(new EvidenceFound(asked.Asked, []));
        emit(new LeadWritten(reply));
        return new Answer { Question = asked.Asked, Status = AnswerStatus.Conversation, Kind = QuestionKind.Conversation, Lead = reply };
    }

    /// <summary>The weather, a sum, a poem: a question about another subject than the documents', for which nothing is searched.</summary>
    private static Answer Refuse(AskedQuestion asked, string reason, Action<AnswerUpdate> emit)
    {
        emit(new EvidenceFound(asked.Asked, []));
        return new Answer
        {
            Question = asked.Asked,
            Status = AnswerStatus.NotFound,
            Abstention = new Abstention { Reason = reason, Score = 0, Threshold = 1 },
        };
    }

    /// <summary>Each request of a message by itself, as if one were asked after the other; null when one of them is replied to without the documents.</summary>
    private async Task<Answer?> AnswerEachAsync(IReadOnlyList<string> requests, AnswerRequest request, StageTimer stages, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        foreach (var one in requests)
        {
            var part = request with { Question = one, History = [.. request.History, .. answers.Select(ConversationHistory.TurnOf)] };
            var asked = _conversation.Read(part);
            if (asked.Reply is not null || asked.IsPersonal)
            {
                return null;
            }

            answers.Add((await _preparer.PrepareAsync(asked, part, stages, null, cancellationToken).ConfigureAwait(false)).Extractive);
        }

        return JoinedAnswer.Of(request.Question, answers);
    }

    private async Task<Answer> QuoteAsync(AskedQuestion asked, AnswerRequest request, StageTimer stages, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        var prepared = await _preparer.PrepareAsync(asked, request, stages, null, cancellationToken).ConfigureAwait(false);
        if (asked.IsPersonal && request.Kind is null && prepared.Extractive.Status == AnswerStatus.NotFound && !request.NeverRefuse && !IsOfTheDocuments(prepared))
        {
            return Reply(asked, _conversation.WriteAside(request), emit);
        }

        emit(new EvidenceFound(asked.Text, prepared.Extractive.Evidence));
        if (asked.Preface is null || prepared.Extractive.Sentences.Count == 0)
        {
            return GenerativeComposer.Quote(prepared.Extractive, emit);
        }

        emit(new LeadWritten(asked.Preface));
        return GenerativeComposer.Quote(prepared.Extractive, emit) with { Lead = asked.Preface };
    }
}
