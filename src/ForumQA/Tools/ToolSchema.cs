using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Tools;

/// <summary>Keeps schemas to what every model service understands: one type for each value, and no defaults, of which the descriptions tell.</summary>
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

            schema.Remove("default");
        }

        return node;
    }
}
