using System.Text.Json.Serialization;

namespace ForumQA.Storage;

/// <summary>The JSON columns of the index, without reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentHeading>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentPage>))]
internal sealed partial class StorageJson : JsonSerializerContext;
