using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Reads the body of an answer: server-sent events, or one JSON value from a service that does not stream.</summary>
/// <remarks>
/// A stream that ends in good order is complete, even when the service says neither why the model stopped nor <c>[DONE]</c>, as some do; its
/// finish reason is then unknown. A connection that breaks before the model has stopped is an interruption; after that, nothing is missing.
/// </remarks>
internal static class ChatStream
{
    private const string Done = "[DONE]";

    /// <exception cref="ChatException">The service reports an error, or the body is nothing of this kind.</exception>
    /// <exception cref="JsonException">What should be JSON is not.</exception>
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        Stream body, string mediaType, ChatFailures failures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (mediaType.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            throw failures.BadAnswer("it sends a web page");
        }

        var reader = new ChatAnswerReader(failures);
        if (mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            using var whole = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (var update in ReadWhole(whole.RootElement, reader, failures))
            {
                yield return update;
            }
        }
        else
        {
            await using var chunks = ReadChunksAsync(body, reader, failures, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await MoveNextAsync(chunks, reader, cancellationToken).ConfigureAwait(false))
            {
                yield return chunks.Current;
            }
        }

        if (reader.End() is { } end)
        {
            yield return end;
        }
    }

    private static IEnumerable<ChatResponseUpdate> ReadWhole(JsonElement answer, ChatAnswerReader reader, ChatFailures failures)
    {
        var update = reader.Read(answer);
        if (!answer.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
        {
            throw failures.BadAnswer("its answer has no choices");
        }

        return new[] { update, reader.Finish() }.OfType<ChatResponseUpdate>();
    }

    private static async Task<bool> MoveNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> chunks, ChatAnswerReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await chunks.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException && reader.FinishReason is not null && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> ReadChunksAsync(
        Stream body, ChatAnswerReader reader, ChatFailures failures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            var data = item.Data.AsMemory().Trim();
            any |= data.Length > 0;
            if (data.Span.SequenceEqual(Done))
            {
                yield break;
            }

            if (data.Length > 0)
            {
                using var chunk = JsonDocument.Parse(data);
                if (reader.Read(chunk.RootElement) is { } update)
                {
                    yield return update;
                }

                if (reader.Finish() is { } finish)
                {
                    yield return finish;
                }
            }
        }

        if (!any)
        {
            throw failures.BadAnswer("it sends no chat completion");
        }
    }
}
