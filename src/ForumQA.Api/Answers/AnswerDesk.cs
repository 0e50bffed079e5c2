using System.Runtime.CompilerServices;
using ForumQA.Answering;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.Conversations;
using ForumQA.Api.Records;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Answers;

/// <summary>One step of an answer.</summary>
/// <param name="Update">What the library says.</param>
/// <param name="Given">The answer as it was kept, with the last step; null before.</param>
internal sealed record AnswerStep(AnswerUpdate Update, GivenAnswer? Given);

/// <summary>Has questions answered by the library, in their conversations, and keeps the answers. Every endpoint that answers is a view of its steps.</summary>
internal sealed partial class AnswerDesk(
    ReadableCorpus corpus, RecordStore records, ConversationStore conversations, ConversationTurns turns, TimeProvider time, IOptions<LogOptions> log, ILogger<AnswerDesk> logger)
{
    /// <summary>Answers a question.</summary>
    /// <param name="request">The question; with a conversation its history is not used.</param>
    /// <param name="conversationId">The conversation it belongs to; null for none.</param>
    /// <param name="replaces">The answer of the conversation whose place the new one takes; null for none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops the answer; nothing of it is kept, and nothing is replaced.</param>
    /// <exception cref="ForumQAException">There is no such conversation or no index, or the answer fails.</exception>
    public async IAsyncEnumerable<AnswerStep> AskAsync(
        AnswerRequest request, string? conversationId, string? replaces, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (conversationId is not null)
        {
            // Before the queue: nobody waits in, or fills, that of another's conversation.
            conversations.Require(conversationId, caller);
        }

        using var turn = conversationId is null ? null : await turns.BeginAsync(conversationId, cancellationToken).ConfigureAwait(false);
        if (conversationId is not null)
        {
            request = request with { History = conversations.ReadHistory(conversationId, before: replaces, caller) };
        }

        if (log.Value.Questions)
        {
            LogQuestion(request.Question);
        }

        // Not injected: there may have been no index when the service started.
        var answerer = (await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<Answerer>();
        await foreach (var update in answerer.AnswerAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return new AnswerStep(update, update is AnswerCompleted completed ? Keep(completed.Answer, conversationId, replaces, caller) : null);
        }
    }

    private GivenAnswer Keep(Answer answer, string? conversationId, string? replaces, Caller caller)
    {
        var given = new GivenAnswer(RecordStore.NewId("ans_"), conversationId, time.GetUtcNow(), answer);
        records.Add(given, ConversationHistory.TurnOf(answer), replaces, caller);
        LogAnswer(given.Id, given.Status, given.Sentences.Count, given.Timings.Total);
        return given;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Question: {Question}")]
    private partial void LogQuestion(string question);

    [LoggerMessage(Level = LogLevel.Information, Message = "Answer {AnswerId}: {Status}, {Sentences} sentences in {Milliseconds:0} ms")]
    private partial void LogAnswer(string answerId, AnswerStatus status, int sentences, double milliseconds);
}
