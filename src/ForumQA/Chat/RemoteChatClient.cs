using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace ForumQA.Chat;

/// <summary>Chats with any OpenAI-compatible service. It tries once; <see cref="ResilientChatClient"/> tries again.</summary>
/// <remarks>
/// The official client sends, authenticates and receives; requests are written and answers read here, because what its typed methods
/// write and read is OpenAI's own service: see docs/decisions/0008-chat-answers-are-read-leniently.md.
/// </remarks>
internal sealed class RemoteChatClient : IChatClient
{
    private const int MostWordings = 4;

    private readonly ChatModelOptions _options;
    private readonly ChatClient _client;
    private readonly ChatClientMetadata _metadata;
    private readonly ChatFailures _failures;
    private readonly ServiceDialect _dialect;
    private readonly TimeProvider _time;

    /// <param name="options">With <see cref="ChatModelOptions.Endpoint"/> and <see cref="ChatModelOptions.Model"/> set.</param>
    /// <param name="http">Sends the requests; its own time-out should be infinite.</param>
    /// <param name="time">Tells how far away the date of a Retry-After is.</param>
    public RemoteChatClient(ChatModelOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options.Endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Model);
        _options = options;
        _time = time;
        _client = new ChatClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? "none" : options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                NetworkTimeout = Timeout.InfiniteTimeSpan,
                RetryPolicy = new ClientRetryPolicy(0),
                Transport = new HttpClientPipelineTransport(http),
            });
        _metadata = new ChatClientMetadata("openai", options.Endpoint, options.Model);
        _failures = new ChatFailures(options);
        _dialect = new ServiceDialect(options.Endpoint);
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
        : serviceType == typeof(ChatClient) ? _client
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The HttpClient belongs to its factory.
    }

    private async IAsyncEnumerable<ChatResponseUpdate> CompleteAsync(JsonObject body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await GuardAsync(() => SendAsync(body, cancellationToken), begun: false, cancellationToken).ConfigureAwait(false);
        response.Headers.TryGetValue("Content-Type", out var contentType);
        var mediaType = (contentType ?? "").Split(';')[0].Trim();
        await using var updates = ChatStream.ReadAsync(response.ContentStream ?? Stream.Null, mediaType, _failures, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await GuardAsync(() => updates.MoveNextAsync().AsTask(), begun: true, cancellationToken).ConfigureAwait(false))
        {
            yield return updates.Current;
        }
    }

    private async Task<PipelineResponse> SendAsync(JsonObject body, CancellationToken cancellationToken)
    {
        _dialect.Apply(body);
        for (var wording = 1; ; wording++)
        {
            using var content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
            var result = await _client.CompleteChatAsync(content, new RequestOptions
            {
                BufferResponse = false,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
                CancellationToken = cancellationToken,
            }).ConfigureAwait(false);
            var response = result.GetRawResponse();
            if (response.Status is >= 200 and < 300)
            {
                return response;
            }

            using (response)
            {
                await response.BufferContentAsync(cancellationToken).ConfigureAwait(false);
                var error = ServiceError.Parse(response.Content.ToString());
                if (wording == MostWordings || !_dialect.TryLearn(body, response.Status, error))
                {
                    throw _failures.Refused(response.Status, error, RetryAfter.Read(response.Headers, _time));
                }
            }
        }
    }

    /// <summary>Lets nothing out but <see cref="ChatException"/>, and cancellation when it was asked for.</summary>
    private async Task<T> GuardAsync<T>(Func<Task<T>> action, bool begun, CancellationToken cancellationToken)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A connection closed because of the cancellation may report anything.
            cancellationToken.ThrowIfCancellationRequested();
            throw _failures.From(e, begun);
        }
    }
}
