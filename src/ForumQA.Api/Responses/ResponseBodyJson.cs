using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Api.Responses;

/// <summary>Reads what clients of OpenAI's responses send.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ResponseBody))]
internal sealed partial class ResponseBodyJson : JsonSerializerContext;
