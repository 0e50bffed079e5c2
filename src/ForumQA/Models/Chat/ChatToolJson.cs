using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Writes which functions the model may call.</summary>
internal static class ChatToolJson
{
    /// <exception cref="NotSupportedException">A tool is not a function.</exception>
    public static void Add(JsonObject body, ChatOptions? asked)
    {
        if (asked?.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        body["tools"] = new JsonArray([.. tools.Select(Tool)]);
        if (Mode(asked.ToolMode) is { } mode)
        {
            body["tool_choice"] = mode;
        }

        if (asked.AllowMultipleToolCalls is { } several)
        {
            body["parallel_tool_calls"] = several;
        }
    }

    private static JsonObject Tool(AITool tool)
    {
        var function = tool as AIFunctionDeclaration
            ?? throw new NotSupportedException($"The model can call functions; '{tool.Name}' is a {tool.GetType().Name}.");
        var parameters = JsonNode.Parse(function.JsonSchema.GetRawText()) as JsonObject ?? [];
        parameters.TryAdd("type", "object");
        parameters.TryAdd("properties", new JsonObject()); // OpenAI refuses a function without them.
        var described = new JsonObject { ["name"] = function.Name, ["description"] = function.Description, ["parameters"] = parameters };
        if (function.AdditionalProperties.TryGetValue("strict", out var strict) && strict is bool exact)
        {
            described["strict"] = exact;
        }

        return new JsonObject { ["type"] = "function", ["function"] = described };
    }

    private static JsonNode? Mode(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => "none",
        AutoChatToolMode => "auto",
        RequiredChatToolMode { RequiredFunctionName: { } name } => new JsonObject
        {
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = name },
        },
        RequiredChatToolMode => "required",
        _ => null,
    };
}
