using System.Globalization;
using System.Net.Http.Headers;

namespace ForumQA.Models.Chat;

/// <summary>Reads how long a service asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>From OpenAI's <c>retry-after-ms</c> or the <c>Retry-After</c> of RFC 9110, seconds or a date; null without either.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (headers.RetryAfter is not { } condition)
        {
            return null;
        }

        var wait = condition.Delta ?? condition.Date - time.GetUtcNow() ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
