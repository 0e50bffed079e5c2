using ForumQA.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace ForumQA.Api.Requests;

/// <summary>Chooses the format of a response by the request's Accept header (RFC 9110, section 12.5.1).</summary>
internal static class Accepted
{
    public const string Json = "application/json";

    public const string EventStream = "text/event-stream";

    /// <summary>Whether the client would rather have a stream of events than one JSON object.</summary>
    /// <exception cref="RequestException">It takes neither.</exception>
    public static bool PrefersEventStream(HttpRequest request) => Choose(request, Json, EventStream) == EventStream;

    /// <summary>The best of the formats on offer; of equals the first.</summary>
    /// <exception cref="RequestException">None is acceptable.</exception>
    public static string Choose(HttpRequest request, params ReadOnlySpan<string> offers)
    {
        var accepts = request.GetTypedHeaders().Accept;
        if (accepts.Count == 0)
        {
            return offers[0];
        }

        var (best, quality) = (offers[0], 0.0);
        foreach (var offer in offers)
        {
            var offered = new MediaTypeHeaderValue(offer);

            // The most specific range that covers the format decides.
            var range = accepts.Where(offered.IsSubsetOf).OrderBy(accept => accept.MatchesAllTypes ? 2 : accept.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
            if (range is not null && (range.Quality ?? 1) > quality)
            {
                (best, quality) = (offer, range.Quality ?? 1);
            }
        }

        return quality > 0
            ? best
            : throw new RequestException(ProblemKind.NotAcceptable, $"This address gives {string.Join(" or ", offers!)}. Accept one of them.", "Accept");
    }
}
