using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class ServiceTelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _collector = builder.Build();
        _collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
            context.Response.ContentType = "application/x-protobuf"; // An empty message: everything was taken.
        });
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task A_collector_hears_of_requests_and_of_what_they_led_to_but_not_of_what_was_asked()
    {
        await using (var service = await StartAsync(settings: $"--Telemetry:OtlpEndpoint={_collector.Urls.Single()}"))
        {
            await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });
            await service.GetJsonAsync("/v1/search?q=lighthouse");
        }

        var traces = string.Concat(_received.Where(request => request.Path == "/v1/traces").Select(request => request.Body));
        var metrics = string.Concat(_received.Where(request => request.Path == "/v1/metrics").Select(request => request.Body));
        Assert.Contains("forumqa.retrieve", traces, StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore", traces, StringComparison.Ordinal);
        Assert.Contains("forumqa-api", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
    }
}
