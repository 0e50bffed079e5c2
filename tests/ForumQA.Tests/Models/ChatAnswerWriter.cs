using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Models;

/// <summary>Writes the answer to one chat request: server-sent events when the request asks for a stream, else one JSON value at the end.</summary>
public sealed class ChatAnswerWriter(HttpContext context)
{
    private readonly JsonNode _request = ModelRequest.Of(context).Body;
    private readonly JsonObject _message = new() { ["role"] = "assistant", ["content"] = null };
    private bool _begun;
    private int _tokens;

    /// <summary>Cancelled when the client goes away.</summary>
    public CancellationToken Closed => context.RequestAborted;

    private bool Streaming => _request["stream"]?.GetValue<bool>() ?? false;

    /// <summary>Adds to the text.</summary>
    public async Task TextAsync(string text)
    {
        _tokens++;
        _message["content"] = _message["content"]?.GetValue<string>() + text;
        await DeltaAsync(new JsonObject { ["content"] = text });
    }

    /// <summary>Adds to the model's thoughts, as DeepSeek, llama.cpp and vLLM send them.</summary>
    public async Task ReasoningAsync(string text)
    {
        _message["reasoning_content"] = _message["reasoning_content"]?.GetValue<string>() + text;
        await DeltaAsync(new JsonObject { ["content"] = null, ["reasoning_content"] = text });
    }

    /// <summary>Calls a function; streamed, the name comes first and the arguments in fragments of three characters.</summary>
    public async Task ToolCallAsync(int index, string? id, string name, string arguments)
    {
        var calls = (_message["tool_calls"] ??= new JsonArray()).AsArray();
        calls.Add(Call(id, name, arguments));
        var first = Call(id, name, "");
        first["index"] = index;
        await DeltaAsync(new JsonObject { ["tool_calls"] = new JsonArray(first) });
        foreach (var fragment in arguments.Chunk(3))
        {
            await DeltaAsync(new JsonObject
            {
                ["tool_calls"] = new JsonArray(new JsonObject
                {
                    ["index"] = index,
                    ["function"] = new JsonObject { ["arguments"] = new string(fragment) },
                }),
            });
        }
    }

    /// <summary>Sends a piece of the stream with the given <c>delta</c>.</summary>
    public async Task DeltaAsync(JsonObject delta)
    {
        if (Streaming)
        {
            await ChunkAsync(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = null }));
        }
    }

    /// <summary>Sends a line of the stream as it is; without effect on an answer that is not streamed.</summary>
    public async Task LineAsync(string line)
    {
        if (Streaming)
        {
            await BeginAsync();
            await context.Response.WriteAsync(line + "\n\n", Closed);
            await context.Response.Body.FlushAsync(Closed);
        }
    }

    /// <summary>Ends the answer well: the reason, what it took when that was asked for, and that it is done.</summary>
    public async Task EndAsync(string finishReason = "stop")
    {
        var usage = new JsonObject
        {
            ["prompt_tokens"] = _request["messages"]!.AsArray().Count * 10,
            ["completion_tokens"] = _tokens,
            ["total_tokens"] = (_request["messages"]!.AsArray().Count * 10) + _tokens,
        };
        if (!Streaming)
        {
            var whole = Envelope("chat.completion", new JsonArray(
                new JsonObject { ["index"] = 0, ["message"] = _message, ["finish_reason"] = finishReason }));
            whole["usage"] = usage;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(whole.ToJsonString(), Closed);
            return;
        }

        await ChunkAsync(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = finishReason }));
        if (_request["stream_options"]?["include_usage"]?.GetValue<bool>() ?? false)
        {
            await ChunkAsync([], usage);
        }

        await LineAsync("data: [DONE]");
    }

    /// <summary>Promises more than is going to be sent, so that the connection breaks where the script ends. To be called first.</summary>
    public async Task PromiseTooMuchAsync()
    {
        // Aborting the connection would also take away what the client has not read yet.
        context.Response.ContentLength = int.MaxValue;
        if (Streaming)
        {
            await BeginAsync();
        }
        else
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{", Closed);
        }
    }

    private static JsonObject Call(string? id, string name, string arguments)
    {
        var call = new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } };
        if (id is not null)
        {
            call["id"] = id;
        }

        return call;
    }

    private async Task ChunkAsync(JsonArray choices, JsonObject? usage = null)
    {
        var chunk = Envelope("chat.completion.chunk", choices);
        chunk["usage"] = usage;
        await LineAsync("data: " + chunk.ToJsonString());
    }

    private JsonObject Envelope(string kind, JsonArray choices) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = kind,
        ["created"] = 1_790_000_000,
        ["model"] = _request["model"]!.GetValue<string>(),
        ["choices"] = choices,
    };

    private async Task BeginAsync()
    {
        if (!_begun)
        {
            _begun = true;
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await ChunkAsync(new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = "" },
                ["finish_reason"] = null,
            }));
        }
    }
}
