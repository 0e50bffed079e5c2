using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ForumQA;

/// <summary>What ForumQA tells observers of itself, such as OpenTelemetry.</summary>
internal static class Telemetry
{
    /// <summary>The name to listen to.</summary>
    public const string SourceName = "ForumQA";

    /// <summary>Finding passages for a question.</summary>
    public const string Retrieve = "forumqa.retrieve";

    /// <summary>Choosing, composing and verifying the sentences of an answer.</summary>
    public const string Compose = "forumqa.compose";

    public static ActivitySource Source { get; } = new(SourceName);

    public static Meter Meter { get; } = new(SourceName);
}
