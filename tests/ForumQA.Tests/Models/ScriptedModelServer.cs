using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ForumQA.Tests.Models;

/// <summary>
/// An OpenAI-compatible server on the loopback address: chat completions with and without streaming, embeddings, models.
/// A script has one <see cref="Then">answer</see> for each request in turn; past the script, <see cref="Respond"/> plays the model.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<RequestDelegate> _script = [];
    private readonly List<ModelRequest> _received = [];

    private ScriptedModelServer(WebApplication app) => _app = app;

    /// <summary>The base address, with <c>/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What chat requests past the script are answered with, from the request's body, such as <c>messages</c>.</summary>
    public Func<JsonNode, string> Respond { get; set; } = _ => "The harbour has three docks. [1]";

    /// <summary>The models that <c>GET /v1/models</c> names.</summary>
    public IReadOnlyList<string> Models { get; set; } = ["model-1"];

    /// <summary>Takes the place of the list of models; null for the list.</summary>
    public RequestDelegate? ModelsPage { get; set; }

    /// <summary>The key every request must carry; null when none is wanted.</summary>
    public string? Key { get; set; }

    /// <summary>What was received by POST, oldest first.</summary>
    public IReadOnlyList<ModelRequest> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>The bodies received, oldest first.</summary>
    public IReadOnlyList<JsonNode> Requests => [.. Received.Select(request => request.Body)];

    /// <summary>The Authorization headers received, oldest first.</summary>
    public IReadOnlyList<string> Keys => [.. Received.Select(request => request.Authorization)];

    /// <param name="port">The port to listen on; 0, the default, for any that is free.</param>
    public static async Task<ScriptedModelServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, port));
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero); // Requests left hanging by a script must not hold up the test.
        var server = new ScriptedModelServer(builder.Build());
        server._app.Use(server.RequireKeyAsync);
        server._app.MapGet("/v1/models", server.ListModelsAsync);
        server._app.MapPost("/v1/chat/completions", context => server.RespondAsync(context, request => ChatReply.Text(server.Respond(request.Body))));
        server._app.MapPost("/v1/embeddings", context => server.RespondAsync(context, request => EmbeddingReply.Of(request.Body)));
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(address + "/v1");
        return server;
    }

    /// <summary>Adds the answer to the next request not yet scripted, such as <see cref="ChatReply.BreakOff"/>.</summary>
    public ScriptedModelServer Then(RequestDelegate reply)
    {
        lock (_script)
        {
            _script.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Adds an answer with a status, a body and headers.</summary>
    public ScriptedModelServer ThenStatus(
        int status, string body = "{}", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Then(ChatReply.Status(status, body, contentType, headers));

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context, Func<ModelRequest, RequestDelegate> past)
    {
        var request = await ModelRequest.ReadAsync(context);
        lock (_received)
        {
            _received.Add(request);
        }

        RequestDelegate? reply;
        lock (_script)
        {
            _script.TryDequeue(out reply);
        }

        try
        {
            await (reply ?? past(request))(context);
            request.EndAnswer();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away, which the request has noted.
        }
    }

    private Task RequireKeyAsync(HttpContext context, RequestDelegate next) =>
        Key is null || context.Request.Headers.Authorization == $"Bearer {Key}"
            ? next(context)
            : ChatReply.KeyRefused()(context);

    private Task ListModelsAsync(HttpContext context) => ModelsPage is not null
        ? ModelsPage(context)
        : context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. Models.Select(model => new JsonObject { ["id"] = model, ["object"] = "model" })]),
        });
}
