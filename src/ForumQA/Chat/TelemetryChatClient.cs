using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ForumQA.Chat;

/// <summary>Tells observers of every request to the model, with all its tries: how long, how many tokens, how it ended.</summary>
internal sealed class TelemetryChatClient(IChatClient inner, ChatModelOptions model, TelemetryOptions telemetry, TimeProvider time)
    : DelegatingChatClient(inner)
{
    private readonly ChatClientMetadata? _metadata = inner.GetService<ChatClientMetadata>();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        using var call = ChatCall.Start(_metadata, model, telemetry, time, conversation, options, streaming: false);
        try
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken).ConfigureAwait(false);
            call.Complete(response);
            return response;
        }
        catch (Exception e)
        {
            call.Fail(e);
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var conversation = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        using var call = ChatCall.Start(_metadata, model, telemetry, time, conversation, options, streaming: true);
        var received = new List<ChatResponseUpdate>();
        await using var updates = base.GetStreamingResponseAsync(conversation, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync().ConfigureAwait(false))
            {
                call.Receive();
                received.Add(updates.Current);
                yield return updates.Current;
            }
        }
        finally
        {
            // Also when the reader stops early or the stream fails half-way.
            call.Complete(received.ToChatResponse());
        }

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await updates.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                call.Fail(e);
                throw;
            }
        }
    }
}
