using System.Net.Sockets;

namespace ForumQA.Models.Endpoints;

/// <summary>Reads from what an HTTP client threw why no connection came about.</summary>
internal static class ConnectionFailure
{
    /// <summary>The reason, to follow a colon.</summary>
    public static string Describe(Exception e) => (Http(e)?.HttpRequestError, Socket(e)) switch
    {
        (HttpRequestError.NameResolutionError, _) => "there is no host of that name",
        (HttpRequestError.SecureConnectionError, _) => "a secure connection cannot be made; perhaps the address begins with http and not https, or its certificate is not trusted",
        (HttpRequestError.InvalidResponse, _) => "what answers does not speak HTTP",
        (_, SocketError.ConnectionRefused) => "nothing listens there",
        (_, SocketError.HostUnreachable or SocketError.NetworkUnreachable) => "there is no way to that host from here",
        (_, SocketError.TimedOut) => "the host does not answer",
        (HttpRequestError.ResponseEnded, _) => "it closed the connection without an answer",
        _ => e.GetBaseException().Message.TrimEnd('.'),
    };

    /// <summary>Whether it may work a moment later, as when the service is just starting.</summary>
    public static bool MayPass(Exception e) =>
        Http(e)?.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.InvalidResponse);

    private static HttpRequestException? Http(Exception e) => Causes(e).OfType<HttpRequestException>().FirstOrDefault();

    private static SocketError? Socket(Exception e) => Causes(e).OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
