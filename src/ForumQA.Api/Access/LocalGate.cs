using ForumQA.Api.Problems;
using ForumQA.Api.Requests;

namespace ForumQA.Api.Access;

/// <summary>
/// While no key is needed, keeps out web pages that the user happens to visit: those of other sites, and those that reach the service under a name
/// of their own (DNS rebinding). With keys none of this is needed, for no page can make a browser send one.
/// </summary>
internal sealed class LocalGate(RequestDelegate next, KeyRing keys, OriginPolicies origins)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP"];

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (keys.Required)
        {
            return next(context);
        }

        var request = context.Request;
        if (!Exposure.IsLoopback(request.Host.Host))
        {
            return ProblemWriter.WriteAsync(
                context, ProblemKind.HostRefused, "Without keys this service answers to localhost, 127.0.0.1 and [::1] only. To use another name, make a key: forumqa key add NAME");
        }

        // nginx speaks HTTP/1.0 to what it passes requests on to, and says nothing of itself unless it is told to.
        if (HttpProtocol.IsHttp10(request.Protocol) || ProxyHeaders.Any(request.Headers.ContainsKey))
        {
            return ProblemWriter.WriteAsync(
                context, ProblemKind.HostRefused, "The request comes through a proxy, and with it perhaps from anywhere. To serve others, make a key: forumqa key add NAME");
        }

        return IsSafe(request.Method) || IsSameSite(request)
            ? next(context)
            : ProblemWriter.WriteAsync(
                context, ProblemKind.OriginRefused, "The request comes from another site's page. To allow that site, name it in Api:Cors:Origins, or in Api:Widget:Origins so that it may ask only.");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>Browsers say where a request comes from, older ones by its origin alone; programs say neither.</summary>
    private bool IsSameSite(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origins.Of(request).Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        // Not "same-site": every port of localhost is the same site.
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
