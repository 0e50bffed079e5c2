using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ForumQA.Answering;
using ForumQA.Api.Answers;

namespace ForumQA.Api.ChatCompletions;

/// <summary>One answer on its way to a chat client, whole or in pieces.</summary>
internal sealed class ChatCompletion(string model, DateTimeOffset created, ChatText text)
{
    private const string Role = "assistant";
    private const string Finished = "stop";

    private readonly string _id = "chatcmpl-" + RandomNumberGenerator.GetHexString(24, lowercase: true);

    public async Task<ChatCompletionJson> CompleteAsync(IAsyncEnumerable<AnswerStep> steps, CancellationToken cancellationToken)
    {
        var (answer, content) = await text.WriteAsync(steps, cancellationToken).ConfigureAwait(false);
        var message = new ChatMessageJson(Role, content, text.Annotations);
        return new ChatCompletionJson(_id, "chat.completion", created.ToUnixTimeSeconds(), model, [new ChatChoiceJson(0, message, Finished)], ChatUsageJson.Of(answer.Usage));
    }

    /// <summary>Every sentence as soon as it is verified, and nothing before: what has gone out cannot be taken back.</summary>
    public async IAsyncEnumerable<SseItem<object>> StreamAsync(
        IAsyncEnumerable<AnswerStep> steps, bool includeUsage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = false;
        Answer? answer = null;
        await foreach (var step in steps.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            answer = (step.Update as AnswerCompleted)?.Answer ?? answer;
            if (text.Add(step.Update) is { Length: > 0 } content)
            {
                yield return Chunk(new ChatDeltaJson { Role = begun ? null : Role, Content = content });
                begun = true;
            }
        }

        yield return Chunk(new ChatDeltaJson { Annotations = text.Annotations });
        yield return Chunk(new ChatDeltaJson(), Finished);
        if (includeUsage)
        {
            yield return new SseItem<object>(Piece([]) with { Usage = ChatUsageJson.Of(answer?.Usage) });
        }

        // Bytes go out as they are, an object would be put into quotes.
        yield return new SseItem<object>("[DONE]"u8.ToArray());
    }

    private SseItem<object> Chunk(ChatDeltaJson delta, string? finished = null) => new(Piece([new ChatChunkChoiceJson(0, delta, finished)]));

    private ChatChunkJson Piece(IReadOnlyList<ChatChunkChoiceJson> choices) => new(_id, "chat.completion.chunk", created.ToUnixTimeSeconds(), model, choices);
}
