namespace ForumQA.Api.Requests;

/// <summary>Limits the time of requests that may stream, which must still be able to say that they ran out of time.</summary>
internal static class TimeLimit
{
    /// <summary>A token that stops when the client goes away or the time is up.</summary>
    public static CancellationToken Begin(HttpContext context, TimeSpan limit, TimeProvider time)
    {
        var timer = new CancellationTokenSource(limit, time);
        var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, context.RequestAborted);
        context.Response.RegisterForDispose(timer);
        context.Response.RegisterForDispose(either);
        return either.Token;
    }
}
