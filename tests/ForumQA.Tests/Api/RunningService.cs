using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumQA.Tests.Api;

/// <summary>The service over a small corpus, on a port of the loopback address, with a client. Everything a test asks goes over HTTP.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceFolder? _owned;

    private RunningService(WebApplication app, ServiceFolder folder, ServiceFolder? owned)
    {
        _app = app;
        _owned = owned;
        Folder = folder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new ListedStatuses()) { BaseAddress = Address };
    }

    public ServiceFolder Folder { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="folder">The corpus and the files beside it; null for new ones, deleted with the service.</param>
    /// <param name="register">Takes the place of services.</param>
    /// <param name="settings">As on the command line, such as <c>--Api:Limits:QuestionLength=10</c>.</param>
    public static async Task<RunningService> StartAsync(ServiceFolder? folder = null, Action<IServiceCollection>? register = null, params string[] settings)
    {
        var owned = folder is null ? new ServiceFolder() : null;
        folder ??= owned!;
        var app = Service.Create(
            ["--urls=http://127.0.0.1:0", $"--corpus={folder.Corpus}", $"--index={folder.Index}", $"--Api:KeyFile={folder.KeyFile}", "--Api:Start:Wait=00:01:00", "--Api:Watch:Enabled=false", .. settings],
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                register?.Invoke(services);
            });
        await app.StartAsync();
        return new RunningService(app, folder, owned);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body) => Client.PostAsync(path, JsonContent.Create(body));

    /// <summary>Posts and reads the answer, which must be a success.</summary>
    public async Task<JsonNode> PostJsonAsync(string path, object? body)
    {
        using var response = await PostAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Gets and reads the answer, which must be a success.</summary>
    public async Task<JsonNode> GetJsonAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(path))!;

    /// <summary>Posts a body and reads all events of the answer.</summary>
    public async Task<List<SseItem<JsonNode>>> StreamAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync();
        return await SseParser.Create(stream, (_, data) => JsonNode.Parse(data)!).EnumerateAsync().ToListAsync();
    }

    /// <summary>Holds a response to be a problem with a code.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((status, code), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal("urn:forumqa:problem:" + code, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), problem.GetProperty("requestId").GetString());
        return problem;
    }

    /// <summary>Sends a request without a body, with a key or without.</summary>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _owned?.Dispose();
    }
}
