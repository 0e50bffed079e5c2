using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Models;

/// <summary>What the scripted server does with one chat request; streamed or whole, as the request asks.</summary>
public static class ChatReply
{
    private const int PieceLength = 5;

    /// <summary>A text, in small pieces when streamed.</summary>
    public static RequestDelegate Text(string text, string finishReason = "stop") => Write(async answer =>
    {
        foreach (var piece in Split(text))
        {
            await answer.TextAsync(piece);
        }

        await answer.EndAsync(finishReason);
    });

    /// <summary>A text in pieces of one's own.</summary>
    public static RequestDelegate Pieces(params string[] pieces) => Write(async answer =>
    {
        foreach (var piece in pieces)
        {
            await answer.TextAsync(piece);
        }

        await answer.EndAsync();
    });

    /// <summary>Whatever a script writes, step by step; it may await what the test opens, in place of sleeping.</summary>
    public static RequestDelegate Write(Func<ChatAnswerWriter, Task> script) => context => script(new ChatAnswerWriter(context));

    /// <summary>Calls to functions, each with its arguments as JSON; streamed, the arguments come in fragments.</summary>
    public static RequestDelegate ToolCalls(params (string Id, string Name, string Arguments)[] calls) => Write(async answer =>
    {
        foreach (var (index, call) in calls.Index())
        {
            await answer.ToolCallAsync(index, call.Id, call.Name, call.Arguments);
        }

        await answer.EndAsync("tool_calls");
    });

    /// <summary>Ends without having said anything.</summary>
    public static RequestDelegate Empty() => Write(answer => answer.EndAsync());

    /// <summary>Says the same sentence until the client goes away.</summary>
    public static RequestDelegate Loop(string sentence) => Write(async answer =>
    {
        while (true)
        {
            await answer.TextAsync(sentence);
        }
    });

    /// <summary>Stops in the middle because the limit of tokens is reached.</summary>
    public static RequestDelegate Cut(string text) => Text(text, "length");

    /// <summary>Sends the first token when the test says so.</summary>
    public static RequestDelegate Late(Task opened, string text) => async context =>
    {
        await opened.WaitAsync(context.RequestAborted);
        await Text(text)(context);
    };

    /// <summary>Sends nothing until the client goes away, not even headers.</summary>
    public static RequestDelegate Stall() => context => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Sends a text, then nothing until the client goes away.</summary>
    public static RequestDelegate StallAfter(string text) => Write(async answer =>
    {
        await answer.TextAsync(text);
        await Task.Delay(Timeout.Infinite, answer.Closed);
    });

    /// <summary>Sends a text, then the connection breaks.</summary>
    public static RequestDelegate BreakOff(string text) => BreakOffAfter(answer => answer.TextAsync(text));

    /// <summary>Sends what a script writes, then the connection breaks.</summary>
    public static RequestDelegate BreakOffAfter(Func<ChatAnswerWriter, Task> script) => Write(async answer =>
    {
        await answer.PromiseTooMuchAsync();
        await script(answer);
    });

    /// <summary>Closes the connection without having sent anything.</summary>
    public static RequestDelegate HangUp() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Sends a text and ends the stream in good order, but says neither why nor that it is done.</summary>
    public static RequestDelegate EndSilently(string text) => Write(answer => answer.TextAsync(text));

    /// <summary>Sends a text, then a line that is no JSON.</summary>
    public static RequestDelegate Malformed(string text) => Write(async answer =>
    {
        await answer.TextAsync(text);
        await answer.LineAsync("""data: {"choices":[{"delta":{"content":"wa""");
        await answer.EndAsync();
    });

    /// <summary>Sends a text, then the service reports that it failed, inside the stream.</summary>
    public static RequestDelegate FailAfter(string text, string error = """{"message":"out of memory","type":"server_error"}""") => Write(async answer =>
    {
        await answer.TextAsync(text);
        await answer.LineAsync($$"""data: {"error":{{error}}}""");
    });

    /// <summary>A web page, as from a wrong address.</summary>
    public static RequestDelegate Html(int status = 200) => Status(status, "<!DOCTYPE html><html><body>It works!</body></html>", "text/html");

    /// <summary>A key that is not known.</summary>
    public static RequestDelegate KeyRefused() =>
        Error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");

    /// <summary>A model that is not known.</summary>
    public static RequestDelegate ModelUnknown() =>
        Error(404, "The model does not exist.", "invalid_request_error", "model_not_found");

    /// <summary>Over the limit of requests.</summary>
    public static RequestDelegate Busy(string retryAfter) =>
        Status(429, """{"error":{"message":"Rate limit reached.","type":"requests","code":"rate_limit_exceeded"}}""", headers: ("Retry-After", retryAfter));

    /// <summary>A prompt longer than the model's context.</summary>
    public static RequestDelegate ContextTooLong() =>
        Error(400, "This model's maximum context length is 4096 tokens.", "invalid_request_error", "context_length_exceeded");

    /// <summary>An error in the form of OpenAI.</summary>
    public static RequestDelegate Error(int status, string message, string type, string? code = null, string? parameter = null) =>
        Status(status, new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = parameter, ["code"] = code },
        }.ToJsonString());

    /// <summary>A status, a body and headers.</summary>
    public static RequestDelegate Status(
        int status, string body = "{}", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body);
        };

    private static IEnumerable<string> Split(string text) =>
        text.EnumerateRunes().Chunk(PieceLength).Select(runes => string.Concat(runes));
}
