using System.Net;
using System.Text.Json.Nodes;
using ForumQA.Models.Chat;
using ForumQA.Models.Endpoints;
using Polly;
using Polly.Retry;

namespace ForumQA.Models.Embedding;

/// <summary>Posts texts to an OpenAI-compatible service, and posts them again when what failed may pass.</summary>
/// <param name="options">With <see cref="EmbeddingOptions.Endpoint"/> and <see cref="EmbeddingOptions.Model"/> set.</param>
/// <param name="http">Sends the requests; its own time-out should not be shorter than the options'.</param>
internal sealed class EmbeddingService(EmbeddingOptions options, HttpClient http)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.8);

    // No timer runs for longer than seven weeks, whatever a service asks for.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly ResiliencePipeline<Reply> _pipeline = Build(options.Retries);

    /// <summary>One vector for each text, as the service sends them.</summary>
    /// <exception cref="HttpRequestException">The service refused, with its status, or no answer came.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled, or the last try took too long.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["input"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
            ["encoding_format"] = "base64", // Half as long as digits; a service that does not know it sends those.
        };
        if (options.Dimensions is { } dimensions)
        {
            body["dimensions"] = dimensions;
        }

        var reply = await _pipeline.ExecuteAsync(token => PostAsync(body, token), cancellationToken).ConfigureAwait(false);
        return reply.Status == HttpStatusCode.OK
            ? EmbeddingAnswer.Read(reply.Body)
            : throw new HttpRequestException($"The status is {(int)reply.Status}.", inner: null, reply.Status);
    }

    private static ResiliencePipeline<Reply> Build(int retries)
    {
        var builder = new ResiliencePipelineBuilder<Reply>();
        if (retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Reply>
            {
                ShouldHandle = new PredicateBuilder<Reply>()
                    .Handle<HttpRequestException>()
                    .Handle<OperationCanceledException>() // A time-out: Polly itself stops when the caller cancels.
                    .HandleResult(reply => (int)reply.Status is 408 or 429 or 500 or 502 or 503 or 504),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Result?.RetryAfter, FirstPause * Math.Pow(2, arguments.AttemptNumber))),
            });
        }

        return builder.Build();
    }

    /// <summary>The pause a service asks for, where it is longer than the one it would get anyway.</summary>
    private static TimeSpan? Asked(TimeSpan? retryAfter, TimeSpan anyway) =>
        !(retryAfter > anyway) ? null : retryAfter < LongestPause ? retryAfter : LongestPause;

    private async ValueTask<Reply> PostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var request = ServiceRequest.Post(options.Endpoint!, "embeddings", options.ApiKey, body);
        using var response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
        return new Reply(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false),
            RetryAfter.Read(response.Headers, TimeProvider.System));
    }

    private sealed record Reply(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter);
}
