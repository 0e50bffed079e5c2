using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Writes the messages of a conversation.</summary>
internal static class ChatMessageJson
{
    private static readonly IDictionary<string, object?> NoArguments = new Dictionary<string, object?>();

    // The model reads this text as it stands: every escape and every space of indentation would cost it tokens.
    private static readonly JsonSerializerOptions Json = new(AIJsonUtilities.DefaultOptions)
    {
        WriteIndented = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One message as the service knows it, or several: the result of each function is a message of its own.</summary>
    /// <exception cref="NotSupportedException">The message has something other than text, calls of functions and their results.</exception>
    public static IEnumerable<JsonObject> Write(ChatMessage message)
    {
        var results = message.Contents.OfType<FunctionResultContent>().Select(Result).ToList();
        var calls = new JsonArray([.. message.Contents.OfType<FunctionCallContent>().Select(Call)]);
        if (message.Contents.FirstOrDefault(content => content is DataContent or UriContent) is { } unknown)
        {
            throw new NotSupportedException($"A message to the model may have text and calls of functions, not {unknown.GetType().Name}.");
        }

        if (results.Count > 0 && message.Text.Length == 0 && calls.Count == 0)
        {
            return results;
        }

        var written = Write(message.Role.Value, message.Text);
        if (calls.Count > 0)
        {
            written["content"] = message.Text.Length == 0 ? null : message.Text;
            written["tool_calls"] = calls;
        }

        return [.. results, written];
    }

    /// <summary>A message of text. The text stays one string: not every service reads a list of parts.</summary>
    public static JsonObject Write(string role, string text) => new() { ["role"] = role, ["content"] = text };

    /// <summary>What a function returned, as the model reads it.</summary>
    public static string Describe(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception is null ? "" : "Error: the function failed.",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        TextContent text => text.Text,
        var value => Serialize(value),
    };

    /// <summary>A value as the model reads it.</summary>
    public static string Serialize(object value) =>
        JsonSerializer.Serialize(value, Json.GetTypeInfo(value is IDictionary<string, object?> ? typeof(IDictionary<string, object?>) : value.GetType()));

    private static JsonObject Result(FunctionResultContent result)
    {
        var written = Write("tool", Describe(result));
        written["tool_call_id"] = result.CallId;
        return written;
    }

    private static JsonObject Call(FunctionCallContent call) => new()
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = Serialize(call.Arguments ?? NoArguments) },
    };
}
