using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Models;

/// <summary>Well-formed answers to a request for embeddings.</summary>
public static class EmbeddingReply
{
    /// <summary>Answers out of order, as services may: a vector is [length of the text, 1].</summary>
    public static RequestDelegate Of(JsonNode request) => context =>
    {
        var data = request["input"]!.AsArray().Select((text, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = new JsonArray(text!.GetValue<string>().Length, 1),
        }).Reverse().ToArray();
        return context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(data),
            ["model"] = request["model"]!.GetValue<string>(),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        });
    };
}
