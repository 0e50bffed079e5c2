using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ForumQA.Tests.Cli;

public sealed class TelemetryExportTests : IAsyncLifetime, IDisposable
{
    private readonly CliCorpus _corpus = new();
    private readonly ConcurrentQueue<(string Path, string ContentType, byte[] Body)> _received = [];
    private WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _collector = builder.Build();
        _collector.MapPost("/{**path}", ReceiveAsync);
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task A_question_arrives_at_the_collector_before_the_program_ends()
    {
        var config = _corpus.WriteBeside("forumqa.json", $$"""{ "Telemetry": { "OtlpEndpoint": "{{_collector.Urls.Single()}}/" } }""");

        var run = await _corpus.RunAsync("ask", "Who opened the new harbour of Lindale?", "--config", config);

        Assert.Equal(0, run.ExitCode);
        var traces = _received.Where(request => request.Path == "/v1/traces").ToList();
        Assert.NotEmpty(traces);
        Assert.All(traces, request => Assert.Equal("application/x-protobuf", request.ContentType));
        var text = string.Concat(traces.Select(request => Encoding.UTF8.GetString(request.Body)));
        Assert.Contains("forumqa.retrieve", text, StringComparison.Ordinal);
        Assert.Contains("service.name", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindale", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_disturbs_nobody()
    {
        await _collector.StopAsync();
        var config = _corpus.WriteBeside("forumqa.json", $$"""{ "Telemetry": { "OtlpEndpoint": "{{_collector.Urls.Single()}}" } }""");

        var run = await _corpus.RunAsync("search", "harbour", "--config", config);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("OpenTelemetry", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        var config = _corpus.WriteBeside("forumqa.json", """{ "Telemetry": { "OtlpEndpoint": "localhost:4318" } }""");

        var run = await _corpus.RunAsync("search", "harbour", "--config", config);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Telemetry:OtlpEndpoint", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenTelemetry_is_loaded_only_where_a_collector_is_configured(bool configured)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // What a process has loaded is read from /proc.
        }

        var environment = new Dictionary<string, string>();
        if (configured)
        {
            environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Urls.Single();
            environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }

        using var process = CliProcess.Start(_corpus.Folder, environment, "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        await process.StandardInput.WriteLineAsync("Who opened the new harbour of Lindale?");
        await process.StandardOutput.ReadLineAsync();
        var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Contains("ForumQA.Cli.dll", loaded, StringComparison.Ordinal);
        Assert.Equal(configured, loaded.Contains("OpenTelemetry", StringComparison.Ordinal));
        Assert.Equal(configured, !_received.IsEmpty);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, context.Request.ContentType ?? "", body.ToArray()));
        context.Response.ContentType = "application/x-protobuf"; // An empty message: everything was taken.
    }
}
