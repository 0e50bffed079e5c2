using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Client;

/// <summary>The JSON of requests and responses, without reflection. What a later version of the service adds is passed over.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckedText))]
[JsonSerializable(typeof(DocumentPage))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(UploadResult))]
[JsonSerializable(typeof(IndexRequest))]
[JsonSerializable(typeof(IndexProgress))]
[JsonSerializable(typeof(IndexResult))]
[JsonSerializable(typeof(MentionList))]
[JsonSerializable(typeof(EvidenceData))]
[JsonSerializable(typeof(TextData))]
[JsonSerializable(typeof(SentenceData))]
[JsonSerializable(typeof(RestartedData))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ClientJson : JsonSerializerContext;
