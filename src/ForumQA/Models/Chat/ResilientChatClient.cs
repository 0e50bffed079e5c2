using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ForumQA.Models.Chat;

/// <summary>
/// Tries again what may pass, until the first token has been handed out; gives up on a silent service; leaves a service alone that keeps failing.
/// </summary>
/// <remarks>
/// A whole answer, too, is asked for as a stream, since only then can a model that is slow be told from one that is silent.
/// </remarks>
internal sealed class ResilientChatClient : DelegatingChatClient
{
    /// <summary>Seconds; Polly takes no more than a day.</summary>
    private const double LongestSampling = 86_400;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ChatModelOptions _options;
    private readonly TimeProvider _time;
    private readonly ChatFailures _failures;
    private readonly ResiliencePipeline<TimedChatStream> _pipeline;

    /// <param name="inner">Tries once and reports failures as <see cref="ChatException"/>.</param>
    /// <param name="options">How often, how long.</param>
    /// <param name="time">Measures waits and time-outs.</param>
    public ResilientChatClient(IChatClient inner, ChatModelOptions options, TimeProvider time)
        : base(inner)
    {
        _options = options;
        _time = time;
        _failures = new ChatFailures(options);
        _pipeline = Build(options, time);
    }

    /// <exception cref="ChatException">The service failed, however often it was tried.</exception>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <exception cref="ChatException">The service failed, however often it was tried.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var conversation = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        await using var stream = await BeginAsync(conversation, options, cancellationToken).ConfigureAwait(false);
        for (var more = stream.HasFirst; more; more = await stream.MoveNextAsync().ConfigureAwait(false))
        {
            yield return stream.Current;
        }
    }

    private static ResiliencePipeline<TimedChatStream> Build(ChatModelOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<TimedChatStream> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<TimedChatStream>
            {
                ShouldHandle = new PredicateBuilder<TimedChatStream>().Handle<ChatException>(IsWorthAnotherTry),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = LongestWait,
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ChatException)?.RetryAfter),
            });
        }

        if (options.BreakAfterFailures > 0)
        {
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<TimedChatStream>
            {
                ShouldHandle = new PredicateBuilder<TimedChatStream>().Handle<ChatException>(failure => failure.IsTransient),
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, options.BreakAfterFailures), // Polly knows no breaker for less than two.
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                // Long enough for a service to be found down whose every failure is a time-out.
                SamplingDuration = TimeSpan.FromSeconds(Math.Min(LongestSampling, 2.0 * options.BreakAfterFailures * options.TimeoutSeconds)),
            });
        }

        return builder.Build();
    }

    /// <summary>A service that asks for more patience than a user has is not waited for.</summary>
    private static bool IsWorthAnotherTry(ChatException failure) => failure.IsTransient && !(failure.RetryAfter > LongestWait);

    private async Task<TimedChatStream> BeginAsync(
        IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ChatException? latest = null;
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await TimedChatStream.BeginAsync(
                            abort => InnerClient.GetStreamingResponseAsync(messages, options, abort),
                            TimeSpan.FromSeconds(_options.TimeoutSeconds), _failures, _time, token).ConfigureAwait(false);
                    }
                    catch (ChatException e)
                    {
                        latest = e;
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException e)
        {
            // When this very request was the last straw, what happened to it says more.
            throw latest ?? _failures.CircuitOpen(_time.GetUtcNow() + (e.RetryAfter ?? TimeSpan.FromSeconds(_options.BreakSeconds)), e);
        }
    }
}
