using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>Writes a request as OpenAI's chat completions define it, with nothing in it that was not asked for.</summary>
internal static class ChatRequestBody
{
    /// <param name="messages">The conversation.</param>
    /// <param name="asked">What the caller asks for; null for nothing in particular.</param>
    /// <param name="model">What holds when the caller does not say.</param>
    /// <param name="streaming">Whether the answer is to come as it is written.</param>
    public static JsonObject Create(IEnumerable<ChatMessage> messages, ChatOptions? asked, ChatModelOptions model, bool streaming)
    {
        var list = new JsonArray();
        if (!string.IsNullOrEmpty(asked?.Instructions))
        {
            list.Add(ChatMessageJson.Write("system", asked.Instructions));
        }

        foreach (var message in messages.SelectMany(ChatMessageJson.Write))
        {
            list.Add(message);
        }

        var body = new JsonObject { ["model"] = asked?.ModelId ?? model.Model, ["messages"] = list };
        Set("temperature", asked?.Temperature ?? model.Temperature);
        Set<int>(ServiceDialect.LimitName, asked?.MaxOutputTokens ?? model.MaxOutputTokens);
        Set("top_p", asked?.TopP);
        Set("frequency_penalty", asked?.FrequencyPenalty);
        Set("presence_penalty", asked?.PresencePenalty);
        Set("seed", asked?.Seed);
        if (asked?.StopSequences is { Count: > 0 } stop)
        {
            body["stop"] = new JsonArray([.. stop.Select(sequence => JsonValue.Create(sequence))]);
        }

        if (asked?.ResponseFormat is ChatResponseFormatJson format)
        {
            body["response_format"] = Format(format);
        }

        ChatToolJson.Add(body, asked);
        if (streaming)
        {
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        return body;

        void Set<T>(string name, T? value)
            where T : struct
        {
            if (value is { } given)
            {
                body[name] = JsonValue.Create(given);
            }
        }
    }

    private static JsonObject Format(ChatResponseFormatJson format)
    {
        if (format.Schema is not { } schema)
        {
            return new JsonObject { ["type"] = "json_object" };
        }

        var described = new JsonObject { ["name"] = format.SchemaName ?? "answer", ["schema"] = JsonNode.Parse(schema.GetRawText()) };
        if (format.SchemaDescription is { } description)
        {
            described["description"] = description;
        }

        return new JsonObject { ["type"] = "json_schema", ["json_schema"] = described };
    }
}
