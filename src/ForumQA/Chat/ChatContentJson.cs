using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Chat;

/// <summary>Writes what was said in the form that OpenTelemetry's conventions have for it: messages of parts.</summary>
internal static class ChatContentJson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="messages">The conversation, or the answer.</param>
    /// <param name="finishReason">Why the model stopped; null for what it was sent.</param>
    public static string Write(IEnumerable<ChatMessage> messages, string? finishReason = null) =>
        new JsonArray([.. messages.Select(message => Write(message, finishReason))]).ToJsonString(Json);

    private static JsonObject Write(ChatMessage message, string? finishReason)
    {
        var written = new JsonObject
        {
            ["role"] = message.Role.Value,
            ["parts"] = new JsonArray([.. message.Contents.Select(Part).OfType<JsonNode>()]),
        };
        if (finishReason is not null)
        {
            written["finish_reason"] = finishReason;
        }

        return written;
    }

    private static JsonObject? Part(AIContent content) => content switch
    {
        TextContent text => new() { ["type"] = "text", ["content"] = text.Text },
        TextReasoningContent thought => new() { ["type"] = "reasoning", ["content"] = thought.Text },
        FunctionCallContent call => new()
        {
            ["type"] = "tool_call",
            ["id"] = call.CallId,
            ["name"] = call.Name,
            ["arguments"] = JsonNode.Parse(ChatMessageJson.Serialize(call.Arguments ?? new Dictionary<string, object?>())),
        },
        FunctionResultContent result => new() { ["type"] = "tool_call_response", ["id"] = result.CallId, ["response"] = ChatMessageJson.Describe(result) },
        _ => null,
    };
}
