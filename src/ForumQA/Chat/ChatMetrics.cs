using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ForumQA.Chat;

/// <summary>OpenTelemetry's metrics for clients of generative models, with the buckets that its conventions recommend.</summary>
/// <remarks>https://github.com/open-telemetry/semantic-conventions-genai, docs/gen-ai/gen-ai-metrics.md.</remarks>
internal static class ChatMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
    };

    private static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "GenAI operation duration.", advice: Seconds);

    private static readonly Histogram<double> FirstChunk = Telemetry.Meter.CreateHistogram(
        "gen_ai.client.operation.time_to_first_chunk", "s", "Time to receive the first chunk of a stream.", advice: Seconds);

    private static readonly Histogram<long> Usage = Telemetry.Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", advice: Tokens);

    public static void RecordDuration(TimeSpan time, TagList tags, string? errorType)
    {
        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        Duration.Record(time.TotalSeconds, tags);
    }

    public static void RecordFirstChunk(TimeSpan time, TagList tags) => FirstChunk.Record(time.TotalSeconds, tags);

    /// <param name="count">Null when the service does not tell; nothing is recorded then.</param>
    /// <param name="type"><c>input</c> or <c>output</c>.</param>
    /// <param name="tags">What all metrics of a call have.</param>
    public static void RecordTokens(long? count, string type, TagList tags)
    {
        if (count is { } tokens)
        {
            tags.Add("gen_ai.token.type", type);
            Usage.Record(tokens, tags);
        }
    }
}
