using ForumQA.Answering;
using Microsoft.Agents.AI;

namespace ForumQA.Agents;

/// <summary>Gives an agent what the documents have on a question before its model is asked: numbered passages, or that they do not answer it. Safe for use by many threads.</summary>
/// <remarks>
/// A search that only adds what it finds is silent where it finds nothing, and the model then answers from what it knows.
/// The question is the last message of the user; earlier turns say what "he" and "there" mean. Nothing is added where there is no question.
/// That the model keeps to it, no context can promise: add <see cref="ForumQAChatClient.UseForumQA"/> to its chat client.
/// </remarks>
/// <param name="answerer">Finds the passages and decides whether they answer.</param>
public sealed class ForumQAContextProvider(Answerer answerer) : AIContextProvider(static messages => messages)
{
    private const int MostPassages = 8;

    private readonly Answerer _answerer = answerer ?? throw new ArgumentNullException(nameof(answerer));

    /// <inheritdoc/>
    protected override ValueTask<AIContext> InvokingCoreAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);

        // A session keeps what was given for earlier questions, under the same numbers.
        context.AIContext.Messages = context.AIContext.Messages?.Where(message => !Grounds.IsOurs(message)).ToList();
        return base.InvokingCoreAsync(context, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used.</exception>
    protected override async ValueTask<AIContext> ProvideAIContextAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Grounds.ReadQuestion(context.AIContext.Messages ?? []) is not { } question)
        {
            return new AIContext();
        }

        var answer = await Grounds.FindAsync(_answerer, question, cancellationToken).ConfigureAwait(false);
        return answer.Status == AnswerStatus.NotFound
            ? new AIContext { Instructions = ContextText.Refuse(answer), Messages = [Grounds.Carry(answer with { Evidence = [] }, ContextText.NothingFound)] }
            : Give(answer with { Evidence = [.. answer.Evidence.Take(MostPassages)] });
    }

    private static AIContext Give(Answer answer) => new()
    {
        Instructions = ContextText.Rules,
        Messages = [Grounds.Carry(answer, ContextText.Write(answer.Evidence))],
    };
}
