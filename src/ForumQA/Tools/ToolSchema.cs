using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Tools;

/// <summary>Keeps schemas to what every model service understands: one type for each value, and what may be left out simply not required.</summary>
internal static class ToolSchema
{
    public static AIJsonSchemaCreateOptions Options { get; } = new() { TransformSchemaNode = static (_, node) => Simplify(node) };

    private static JsonNode Simplify(JsonNode node)
    {
        if (node is JsonObject schema)
        {
            if (schema["type"] is JsonArray types && types.FirstOrDefault(type => (string?)type != "null") is { } type)
            {
                schema["type"] = type.DeepClone();
            }

            if (schema.TryGetPropertyValue("default", out var value) && value is null)
            {
                schema.Remove("default");
            }
        }

        return node;
    }
}
