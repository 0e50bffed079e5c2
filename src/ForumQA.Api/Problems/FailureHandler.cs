using Microsoft.AspNetCore.Diagnostics;

namespace ForumQA.Api.Problems;

/// <summary>Answers requests that failed with an exception.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    /// <summary>What nginx logs for a client that went away; nobody receives it.</summary>
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException or IOException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        await ProblemWriter.WriteAsync(httpContext, Explain(exception, httpContext)).ConfigureAwait(false);
        return true;
    }

    /// <summary>The problem that an exception is to the client; what only the operator may know goes to the log.</summary>
    public Problem Explain(Exception exception, HttpContext context)
    {
        if (ProblemWriter.Find(exception, context) is not { } problem)
        {
            LogBug(exception);
            return ProblemWriter.Bug(context);
        }

        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailure(problem.Code, exception);
        }

        return problem;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug: please report it")]
    private partial void LogBug(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed with {Code}")]
    private partial void LogFailure(string code, Exception exception);
}
