using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ForumQA.Client;

/// <summary>The service refused a request, or failed at it. The message says what is wrong and what to do.</summary>
public sealed class ForumQAProblemException : Exception
{
    private ForumQAProblemException(HttpStatusCode status, string code, string message, string? field, string? requestId, TimeSpan? retryAfter)
        : base(message) => (Status, Code, Field, RequestId, RetryAfter) = (status, code, field, requestId, retryAfter);

    /// <summary>The HTTP status; that of the problem when it came in the midst of a stream.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What went wrong, such as <c>index-missing</c>; <c>unknown</c> when what answered was not ForumQA. It does not change.</summary>
    public string Code { get; }

    /// <summary>The field or parameter that is wrong; null when it is none.</summary>
    public string? Field { get; }

    /// <summary>Names the request in the service's log; null when what answered was not ForumQA.</summary>
    public string? RequestId { get; }

    /// <summary>When it is worth trying again; null when that would change nothing, or nobody knows.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static ForumQAProblemException Of(Problem problem, TimeSpan? retryAfter = null) => new(
        (HttpStatusCode)problem.Status, problem.Code, problem.Detail, problem.Field, problem.RequestId, retryAfter);

    internal static async Task<ForumQAProblemException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var retryAfter = response.Headers.RetryAfter?.Delta;
        try
        {
            if (response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                && await response.Content.ReadFromJsonAsync(ClientJson.Default.Problem, cancellationToken).ConfigureAwait(false) is { Code: not null, Detail: not null } problem)
            {
                return Of(problem, retryAfter);
            }
        }
        catch (JsonException)
        {
            // Whatever answered, it was not the service: said below.
        }

        return new ForumQAProblemException(
            response.StatusCode,
            "unknown",
            $"{response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Authority)} answered with status {(int)response.StatusCode} and no problem of ForumQA. Check that the address is that of the service, and what stands between.",
            null,
            null,
            retryAfter);
    }
}

/// <summary>A problem as the service writes it (RFC 9457).</summary>
internal sealed record Problem
{
    public int Status { get; init; }

    public string Code { get; init; } = null!;

    public string Detail { get; init; } = null!;

    public string? Field { get; init; }

    public string? RequestId { get; init; }
}
