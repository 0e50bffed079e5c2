using System.ComponentModel.DataAnnotations;

namespace ForumQA;

/// <summary>What ForumQA tells observers of itself, and where to. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>The name of ForumQA's activity source and meter, to listen to with any exporter.</summary>
    public const string SourceName = "ForumQA";

    /// <summary>
    /// Where the console and the web service send traces and metrics over OTLP/HTTP, such as <c>http://localhost:4318</c>. Null, the default, means nowhere, unless the standard
    /// variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; then that and its sisters decide.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Whether traces hold what models are sent and answer, and with it questions and documents. Default false.</summary>
    public bool RecordContent { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not null && (!OtlpEndpoint.IsAbsoluteUri || OtlpEndpoint.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult(
                $"Telemetry:OtlpEndpoint '{OtlpEndpoint}' is not an http or https address. Give one like http://localhost:4318.", [nameof(OtlpEndpoint)]);
        }
    }
}
