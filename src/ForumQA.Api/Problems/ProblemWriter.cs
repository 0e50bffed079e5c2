using System.Globalization;
using ForumQA.Api.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace ForumQA.Api.Problems;

/// <summary>Turns failures into problems and writes them, whatever the client accepts: never HTML, never nothing.</summary>
internal static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    private const int RetrySeconds = 2;

    /// <summary>The problem that an exception is to the client; null when it is a bug.</summary>
    public static Problem? Find(Exception e, HttpContext context) => e switch
    {
        BadHttpRequestException bad => Find(BadRequests.Explain(bad), context),
        ForumQAException expected => Problem.Of(ProblemKind.Of(expected), expected.Message, (expected as RequestException)?.Field, context),
        OperationCanceledException => Problem.Of(
            ProblemKind.Of(ProblemKind.TimedOut), "The request took longer than this service allows. Ask for less, or raise Api:Limits.", null, context),
        _ => null,
    };

    /// <summary>What a client is told of a bug: which request to look up in the log.</summary>
    public static Problem Bug(HttpContext context) => Problem.Of(
        ProblemKind.Of(ProblemKind.Bug), "Something happened that nobody expected. Please report it with the request id.", null, context);

    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.Headers.RetryAfter.Count == 0
            && (problem.Status is StatusCodes.Status429TooManyRequests || problem.Code is ProblemKind.IndexingBusy or ProblemKind.IndexMissing))
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        }

        // While an exception is handled, the endpoint that threw it stands aside.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var json = context.RequestServices.JsonOptions();
        return endpoint?.Metadata.GetMetadata<IProblemShape>() is { } shape
            ? context.Response.WriteAsJsonAsync(shape.Of(problem), json.GetTypeInfo(shape.Type), "application/json", CancellationToken.None)
            : context.Response.WriteAsJsonAsync(problem, json.GetTypeInfo(typeof(Problem)), MediaType, CancellationToken.None);
    }

    public static Task WriteAsync(HttpContext context, string code, string detail) =>
        WriteAsync(context, Problem.Of(ProblemKind.Of(code), detail, null, context));

    /// <summary>Writes a problem that is over after a while.</summary>
    public static Task WriteAsync(HttpContext context, string code, string detail, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, code, detail);
    }

    /// <summary>Gives a body to what the framework answers with a status alone.</summary>
    public static Task WriteStatusAsync(HttpContext context)
    {
        var (code, detail) = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (ProblemKind.RouteUnknown, "There is nothing at this address. /openapi/v1.json lists what there is."),
            StatusCodes.Status405MethodNotAllowed => (ProblemKind.MethodNotAllowed, $"This address takes: {context.Response.Headers.Allow}."),
            StatusCodes.Status406NotAcceptable => (ProblemKind.NotAcceptable, "Accept application/json."),
            StatusCodes.Status413PayloadTooLarge => (ProblemKind.BodyTooLarge, "The body is larger than this service takes. Send less at a time."),
            StatusCodes.Status415UnsupportedMediaType => (ProblemKind.MediaTypeUnsupported, "Send the body as the media type that this address takes, and say so in Content-Type."),
            >= 500 => (ProblemKind.Bug, "Something happened that nobody expected. Please report it with the request id."),
            _ => (ProblemKind.RequestRefused, "The request cannot be served as it is."),
        };
        var status = context.Response.StatusCode;
        return WriteAsync(context, Problem.Of(ProblemKind.Of(code), detail, null, context) with { Status = status });
    }
}
