using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Puts the calls of functions together, which arrive whole or in fragments: the name first, then the arguments piece by piece.</summary>
internal sealed class ToolCallAssembler
{
    private readonly List<Call> _calls = [];

    /// <summary>Takes in the calls of a message or the fragments of a chunk.</summary>
    public void Add(JsonElement message)
    {
        if (!message.TryGetProperty("tool_calls", out var fragments) || fragments.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var fragment in fragments.EnumerateArray().Where(fragment => fragment.ValueKind == JsonValueKind.Object))
        {
            var index = fragment.TryGetProperty("index", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : (int?)null;
            var function = fragment.TryGetProperty("function", out value) && value.ValueKind == JsonValueKind.Object ? value : default;
            var name = function.ValueKind == JsonValueKind.Object ? Text(function, "name") : null;
            var call = Find(index, Text(fragment, "id"), name);
            if (function.ValueKind == JsonValueKind.Object && function.TryGetProperty("arguments", out var arguments))
            {
                // By definition a string with JSON in it; some send the JSON itself.
                call.Arguments.Append(arguments.ValueKind switch
                {
                    JsonValueKind.String => arguments.GetString(),
                    JsonValueKind.Object => arguments.GetRawText(),
                    _ => null,
                });
            }
        }
    }

    /// <summary>The calls, in order. Arguments that are no JSON object are told by <see cref="FunctionCallContent.Exception"/>.</summary>
    public List<AIContent> Complete() => [.. _calls.Where(call => call.Name.Length > 0).Select(call =>
        FunctionCallContent.CreateFromParsedArguments(call.Arguments.ToString(), call.Id ?? $"call_{Guid.NewGuid():N}", call.Name, Parse))];

    private static IDictionary<string, object?>? Parse(string json) => string.IsNullOrWhiteSpace(json)
        ? null
        : JsonSerializer.Deserialize(json, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>))) as IDictionary<string, object?>;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private Call Find(int? index, string? id, string? name)
    {
        // Older versions of Ollama give every call the index 0; then a new id with a name begins a new call.
        var known = _calls.LastOrDefault(call => index is null || call.Index == index);
        if (known is null || (name is not null && (index is null || (id is not null && known.Id is not null && id != known.Id))))
        {
            known = new Call(index);
            _calls.Add(known);
        }

        known.Id ??= id;
        known.Name = known.Name.Length == 0 ? name ?? "" : known.Name;
        return known;
    }

    private sealed class Call(int? index)
    {
        public int? Index { get; } = index;

        public string? Id { get; set; }

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
