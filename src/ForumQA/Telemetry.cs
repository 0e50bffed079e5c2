using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ForumQA;

/// <summary>What ForumQA tells observers of itself, such as OpenTelemetry.</summary>
internal static class Telemetry
{
    /// <summary>Finding passages for a question.</summary>
    public const string Retrieve = "forumqa.retrieve";

    /// <summary>Choosing, composing and verifying the documents' own sentences.</summary>
    public const string Compose = "forumqa.compose";

    /// <summary>Completing a question by a language model.</summary>
    public const string Rewrite = "forumqa.rewrite";

    /// <summary>Writing by a language model, with verifying and translating what it writes.</summary>
    public const string Write = "forumqa.write";

    public static ActivitySource Source { get; } = new(TelemetryOptions.SourceName);

    public static Meter Meter { get; } = new(TelemetryOptions.SourceName);
}
