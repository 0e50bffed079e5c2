using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace ForumQA.Chat;

/// <summary>Reads how long a service asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>From OpenAI's <c>retry-after-ms</c> or the <c>Retry-After</c> of RFC 9110, seconds or a date; null without either.</summary>
    public static TimeSpan? Read(PipelineResponseHeaders headers, TimeProvider time)
    {
        if (headers.TryGetValue("retry-after-ms", out var value)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (!headers.TryGetValue("Retry-After", out value) || !RetryConditionHeaderValue.TryParse(value, out var condition))
        {
            return null;
        }

        var wait = condition.Delta ?? condition.Date - time.GetUtcNow() ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
