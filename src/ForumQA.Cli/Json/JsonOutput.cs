using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ForumQA.Cli.Json;

/// <summary>How JSON is laid out.</summary>
internal enum JsonLayout
{
    /// <summary>For people and pipes: the one value of a command.</summary>
    Indented,

    /// <summary>One value on each line.</summary>
    Line,
}

/// <summary>Prints JSON.</summary>
internal static class JsonOutput
{
    private static readonly CliJson IndentedJson = Create(indented: true);
    private static readonly CliJson LineJson = Create(indented: false);

    public static void Write<T>(TextWriter writer, T value, JsonLayout layout = JsonLayout.Indented)
    {
        var json = layout == JsonLayout.Indented ? IndentedJson : LineJson;
        writer.Write(JsonSerializer.Serialize(value, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!));
        writer.Write('\n');
        writer.Flush();
    }

    // Not for web pages, so quotes and letters of every script stay readable; control characters are escaped all the same.
    private static CliJson Create(bool indented) => new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
    });
}
