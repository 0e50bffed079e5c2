using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Api.ChatCompletions;

/// <summary>Reads what chat clients send; with patience, since they send many fields that this service does not know.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatBody))]
internal sealed partial class ChatJson : JsonSerializerContext;
