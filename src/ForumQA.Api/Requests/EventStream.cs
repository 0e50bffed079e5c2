using System.Net.ServerSentEvents;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Requests;

/// <summary>Gives a stream of events to the client.</summary>
internal static class EventStream
{
    /// <summary>The event that ends a stream which failed; its data is a problem.</summary>
    public const string Error = "error";

    /// <summary>
    /// Waits for the first event, so that what fails before it is answered with a status of its own; what fails later ends the stream with an
    /// event <see cref="Error"/>, or what <paramref name="failure"/> makes of the problem.
    /// </summary>
    public static async Task<IResult> BeginAsync(
        HttpContext context, IAsyncEnumerable<SseItem<object>> events, CancellationToken cancellationToken, Func<Problem, SseItem<object>>? failure = null)
    {
        var enumerator = events.GetAsyncEnumerator(cancellationToken);

        // However the request ends, what the stream holds is let go.
        context.Response.RegisterForDisposeAsync(enumerator);
        var any = await enumerator.MoveNextAsync().ConfigureAwait(false);

        // Proxies such as nginx would otherwise keep events until they have enough of them.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(any ? ContinueAsync(context, enumerator, failure ?? (problem => new SseItem<object>(problem, Error))) : AsyncEnumerable.Empty<SseItem<object>>());
    }

    private static async IAsyncEnumerable<SseItem<object>> ContinueAsync(
        HttpContext context, IAsyncEnumerator<SseItem<object>> events, Func<Problem, SseItem<object>> failure)
    {
        while (true)
        {
            yield return events.Current;
            Problem? problem = null;
            try
            {
                if (!await events.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
            {
                problem = context.RequestServices.GetServices<Microsoft.AspNetCore.Diagnostics.IExceptionHandler>()
                    .OfType<FailureHandler>().Single().Explain(e, context);
            }

            if (problem is not null)
            {
                yield return failure(problem);
                yield break;
            }
        }
    }
}
