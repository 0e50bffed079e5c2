using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumQA.Tests.Models;

/// <summary>An OpenAI-compatible server on the loopback address whose answers a test writes, one handler for each request in turn.</summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<RequestDelegate> _script = [];

    private ScriptedModelServer(WebApplication app) => _app = app;

    /// <summary>The base address, with <c>/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The bodies received, oldest first.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <summary>The Authorization headers received, oldest first.</summary>
    public List<string> Keys { get; } = [];

    public static async Task<ScriptedModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = new ScriptedModelServer(builder.Build());
        server._app.MapPost("/v1/embeddings", server.RespondAsync);
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(address + "/v1");
        return server;
    }

    /// <summary>Adds the answer to the next request not yet scripted; past the script, requests are answered well.</summary>
    public void Then(RequestDelegate handler) => _script.Enqueue(handler);

    /// <summary>Adds an answer with a status, a body and headers.</summary>
    public void ThenStatus(int status, string body = "{}", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Then(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body);
        });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        RequestDelegate? handler;
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        lock (Requests)
        {
            Requests.Add(body);
            Keys.Add(context.Request.Headers.Authorization.ToString());
            _script.TryDequeue(out handler);
        }

        await (handler ?? (_ => EmbedAsync(context, body)))(context);
    }

    /// <summary>Answers out of order, as services may: a vector is [length of the text, 1].</summary>
    private static async Task EmbedAsync(HttpContext context, JsonNode request)
    {
        var data = request["input"]!.AsArray().Select((text, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = new JsonArray(text!.GetValue<string>().Length, 1),
        }).Reverse().ToArray();
        var answer = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(data),
            ["model"] = request["model"]!.GetValue<string>(),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}
