using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using ForumQA.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Chats with any OpenAI-compatible service. It tries once; <see cref="ResilientChatClient"/> tries again.</summary>
/// <remarks>
/// Without the official client, because what its typed methods write and read is OpenAI's own service: see
/// docs/decisions/0008-chat-answers-are-read-leniently.md.
/// </remarks>
internal sealed class RemoteChatClient : IChatClient
{
    private const int MostWordings = 4;

    private readonly ChatModelOptions _options;
    private readonly HttpClient _http;
    private readonly ChatClientMetadata _metadata;

    // Models of one service differ in what they refuse.
    private readonly ConcurrentDictionary<string, ServiceDialect> _dialects = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    /// <param name="options">With <see cref="ChatModelOptions.Endpoint"/> and <see cref="ChatModelOptions.Model"/> set.</param>
    /// <param name="http">Sends the requests; its own time-out should be infinite.</param>
    /// <param name="time">Tells how far away the date of a Retry-After is.</param>
    public RemoteChatClient(ChatModelOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options.Endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Model);
        _options = options;
        _http = http;
        _time = time;
        _metadata = new ChatClientMetadata("openai", options.Endpoint, options.Model);
    }

    /// <exception cref="ChatException">The service failed.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await CompleteAsync(ChatRequestBody.Create(messages, options, _options, streaming: false), cancellationToken)
            .ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    /// <exception cref="ChatException">The service failed.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        CompleteAsync(ChatRequestBody.Create(messages, options, _options, streaming: true), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The HttpClient belongs to its factory.
    }

    private async IAsyncEnumerable<ChatResponseUpdate> CompleteAsync(JsonObject body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = body["model"]!.GetValue<string>();
        var failures = new ChatFailures(_options, model);
        using var response = await GuardAsync(() => SendAsync(body, model, failures, cancellationToken), failures, begun: false, cancellationToken).ConfigureAwait(false);
        var mediaType = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First().Split(';')[0].Trim() : "";
        var answer = await GuardAsync(() => response.Content.ReadAsStreamAsync(cancellationToken), failures, begun: true, cancellationToken).ConfigureAwait(false);
        await using var updates = ChatStream.ReadAsync(answer, mediaType, failures, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await GuardAsync(() => updates.MoveNextAsync().AsTask(), failures, begun: true, cancellationToken).ConfigureAwait(false))
        {
            yield return updates.Current;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(JsonObject body, string model, ChatFailures failures, CancellationToken cancellationToken)
    {
        var dialect = _dialects.GetOrAdd(model, _ => new ServiceDialect(_options.Endpoint!));
        dialect.Apply(body);
        for (var wording = 1; ; wording++)
        {
            using var request = ServiceRequest.Post(_options.Endpoint!, "chat/completions", _options.ApiKey, body);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                // Not as a string: a service may name an encoding that does not exist.
                var error = ServiceError.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)));
                var status = (int)response.StatusCode;
                if (wording == MostWordings || !dialect.TryLearn(body, status, error))
                {
                    throw failures.Refused(status, error, RetryAfter.Read(response.Headers, _time));
                }
            }
        }
    }

    /// <summary>Lets nothing out but <see cref="ChatException"/>, and cancellation when it was asked for.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> action, ChatFailures failures, bool begun, CancellationToken cancellationToken)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A connection closed because of the cancellation may report anything.
            cancellationToken.ThrowIfCancellationRequested();
            throw failures.From(e, begun);
        }
    }
}
