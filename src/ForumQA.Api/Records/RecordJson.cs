using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ForumQA.Api.Json;

namespace ForumQA.Api.Records;

/// <summary>Answers as they are kept. Read with patience: one kept by another version may lack fields or have more.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    public static JsonTypeInfo<GivenAnswer> GivenAnswer { get; } = (JsonTypeInfo<GivenAnswer>)Options.GetTypeInfo(typeof(GivenAnswer));

    public static GivenAnswer Read(string json) => JsonSerializer.Deserialize(json, GivenAnswer)!;

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonSettings.Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.TypeInfoResolver = KeptJson.Default.WithAddedModifier(type =>
        {
            foreach (var property in type.Properties)
            {
                property.IsRequired = false;
            }
        });
        return options;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GivenAnswer))]
internal sealed partial class KeptJson : JsonSerializerContext;
