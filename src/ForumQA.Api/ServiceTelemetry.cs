using ForumQA.Hosting;
using Microsoft.Extensions.Options;

namespace ForumQA.Api;

/// <summary>Sends the traces and metrics of ForumQA, and of the requests that led to them, for as long as the service runs.</summary>
internal sealed class ServiceTelemetry(IOptions<TelemetryOptions> options) : IHostedService
{
    private TelemetryExport? _export;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _export = TelemetryExport.Start(options.Value, "forumqa-api", "Microsoft.AspNetCore", "Microsoft.AspNetCore.*");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _export?.Dispose();
        return Task.CompletedTask;
    }
}
