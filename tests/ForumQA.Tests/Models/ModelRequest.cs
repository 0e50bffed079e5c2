using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Models;

/// <summary>A request that the scripted server received.</summary>
public sealed class ModelRequest
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _answered;

    private ModelRequest(JsonNode body, string authorization) => (Body, Authorization) = (body, authorization);

    /// <summary>The JSON.</summary>
    public JsonNode Body { get; }

    /// <summary>The header of that name; empty without one.</summary>
    public string Authorization { get; }

    /// <summary>The text of the last message: what a model would be answering.</summary>
    public string LastMessage => Body["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>();

    /// <summary>Completes when the client closes the connection before the answer is complete.</summary>
    public Task Closed => _closed.Task;

    /// <summary>The request that is being answered.</summary>
    public static ModelRequest Of(HttpContext context) => context.Features.Get<ModelRequest>()!;

    internal static async Task<ModelRequest> ReadAsync(HttpContext context)
    {
        var request = new ModelRequest((await JsonNode.ParseAsync(context.Request.Body))!, context.Request.Headers.Authorization.ToString());
        context.Features.Set(request);
        context.RequestAborted.Register(() =>
        {
            if (!request._answered)
            {
                request._closed.TrySetResult();
            }
        });
        return request;
    }

    internal void EndAnswer() => _answered = true;
}
