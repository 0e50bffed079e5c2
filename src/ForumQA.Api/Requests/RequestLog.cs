using Microsoft.AspNetCore.Diagnostics;

namespace ForumQA.Api.Requests;

/// <summary>Gives each request its id and logs what became of it: never its query or body, which hold questions.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = context.TraceIdentifier = RequestId.Of(context.Request);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[RequestId.Header] = id;
            return Task.CompletedTask;
        });
        using var scope = logger.BeginScope(new[] { KeyValuePair.Create<string, object>("RequestId", id) });
        var started = time.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            // The route's pattern, not the path: ids of documents may tell as much as questions.
            var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            LogRequest(context.Request.Method, route, context.Response.StatusCode, elapsed, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} gave {Status} in {Milliseconds:0.0} ms, request {RequestId}")]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string requestId);
}
