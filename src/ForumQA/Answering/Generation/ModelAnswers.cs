using ForumQA.Answering.Conversation;
using ForumQA.Models.Chat;
using ForumQA.Storage;

namespace ForumQA.Answering.Generation;

/// <summary>Answers with a language model: completes the question, finds passages, has the answer written and verified, and keeps it for the next who asks the same.</summary>
internal sealed class ModelAnswers(
    IndexStore store, AnswerPreparer preparer, QuestionRewriter rewriter, ContextSource contexts, GenerativeComposer composer, AnswerCache cache, string settings)
{
    /// <summary>All updates but the last are handed to <paramref name="emit"/>.</summary>
    /// <exception cref="ChatException">The model failed and the request allows no other answer.</exception>
    public async Task<Answer> AnswerAsync(AskedQuestion asked, AnswerRequest request, StageTimer stages, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        var key = AnswerCache.KeyOf(request, $"{store.Path}#{store.ReadGeneration()}", settings);
        if (cache.TryGet(key, out var cached))
        {
            return Replay(cached, emit);
        }

        var use = new ModelUse(request.Model);
        var (question, failure) = await CompleteAsync(asked, request, stages, use, cancellationToken).ConfigureAwait(false);
        var prepared = await preparer.PrepareAsync(question, request, stages, failure is null ? contexts : null, cancellationToken).ConfigureAwait(false);
        emit(new EvidenceFound(question.Text, prepared.Extractive.Evidence));
        var answer = await ComposeAsync(prepared, failure ?? prepared.Failure, request, stages, use, emit, cancellationToken).ConfigureAwait(false);

        // What a failure has marred is asked again.
        if (answer.Notes.Count == 0)
        {
            cache.Keep(key, answer);
        }

        return answer;
    }

    /// <summary>The question to search for; after a failure of the model the one that needs none.</summary>
    private async Task<(AskedQuestion Question, ChatException? Failure)> CompleteAsync(
        AskedQuestion asked, AnswerRequest request, StageTimer stages, ModelUse use, CancellationToken cancellationToken)
    {
        using var rewriting = rewriter.IsNeeded(asked) ? stages.Begin(Telemetry.Rewrite) : null;
        try
        {
            return (await rewriter.CompleteAsync(asked, use, cancellationToken).ConfigureAwait(false), null);
        }
        catch (ChatException e) when (request.Mode != AnswerMode.Generative)
        {
            return (asked, e);
        }
    }

    private async Task<Answer> ComposeAsync(
        PreparedAnswer prepared, ChatException? failure, AnswerRequest request, StageTimer stages, ModelUse use, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            return request.Mode == AnswerMode.Generative ? throw failure : GenerativeComposer.FallBack(prepared, null, failure, emit);
        }

        if (prepared.Context is not { Passages.Count: > 0 } context)
        {
            return GenerativeComposer.Quote(prepared.Extractive, emit);
        }

        using var writing = stages.Begin(Telemetry.Write);
        return await composer.ComposeAsync(prepared, context, request, use, emit, cancellationToken).ConfigureAwait(false);
    }

    private static Answer Replay(Answer cached, Action<AnswerUpdate> emit)
    {
        emit(new EvidenceFound(cached.StandaloneQuestion, cached.Evidence));
        for (var i = 0; i < cached.Sentences.Count; i++)
        {
            emit(new SentenceVerified(i, cached.Sentences[i]));
        }

        return cached with { Usage = null };
    }
}
