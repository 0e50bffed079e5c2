using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ForumQA.Hosting;

/// <summary>OpenTelemetry's providers of traces and metrics, with OTLP exporters.</summary>
internal sealed class OtlpProviders : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private OtlpProviders(TracerProvider traces, MeterProvider metrics) => (_traces, _metrics) = (traces, metrics);

    /// <param name="endpoint">The collector's address for OTLP/HTTP; null when the standard variables decide.</param>
    /// <param name="serviceName">What sends.</param>
    /// <param name="sources">Names of activity sources and meters.</param>
    public static OtlpProviders Start(Uri? endpoint, string serviceName, string[] sources)
    {
        // What the variables say comes last, because the last one wins.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService(serviceName, serviceVersion: typeof(TelemetryOptions).Assembly.GetName().Version?.ToString(3))
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        return new OtlpProviders(
            Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(sources)
                .AddOtlpExporter(exporter => Configure(exporter, "traces"))
                .Build(),
            Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(sources)
                .AddOtlpExporter(exporter => Configure(exporter, "metrics"))
                .Build());

        void Configure(OtlpExporterOptions exporter, string signal)
        {
            if (endpoint is not null)
            {
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = new Uri($"{endpoint.ToString().TrimEnd('/')}/v1/{signal}");
            }
        }
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
