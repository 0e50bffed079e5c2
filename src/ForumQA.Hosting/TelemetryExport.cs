using System.Runtime.CompilerServices;

namespace ForumQA.Hosting;

/// <summary>Sends traces and metrics to a collector over OTLP for as long as it lives; disposing of it sends the rest.</summary>
public sealed class TelemetryExport : IDisposable
{
    private static readonly string[] EndpointVariables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private readonly IDisposable _providers;

    private TelemetryExport(IDisposable providers) => _providers = providers;

    /// <summary>Begins to send. A collector that is not there is no error: nothing is sent then.</summary>
    /// <param name="options">Say where to.</param>
    /// <param name="serviceName">What sends, such as <c>forumqa</c>; <c>OTEL_SERVICE_NAME</c> wins over it.</param>
    /// <param name="sources">Names of activity sources and meters to send besides ForumQA's own; <c>*</c> stands for any characters.</param>
    /// <returns>Null when no collector is configured; nothing of OpenTelemetry is loaded then.</returns>
    public static TelemetryExport? Start(TelemetryOptions options, string serviceName, params IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceName);
        ArgumentNullException.ThrowIfNull(sources);
        return options.OtlpEndpoint is null && EndpointVariables.All(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
            ? null
            : Load(options, serviceName, sources);
    }

    /// <inheritdoc/>
    public void Dispose() => _providers.Dispose();

    // Not inlined: only the compilation of this method loads OpenTelemetry's assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport Load(TelemetryOptions options, string serviceName, IReadOnlyList<string> sources) =>
        new(OtlpProviders.Start(options.OtlpEndpoint, serviceName, [TelemetryOptions.SourceName, .. sources]));
}
