using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ForumQA.Answering;
using ForumQA.Hosting.Json;

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

    /// <summary>The same JSON as a value, for a protocol that carries it inside of its own.</summary>
    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, (JsonTypeInfo<T>)LineJson.GetTypeInfo(typeof(T))!);

    /// <summary>Waits for the answer and prints it.</summary>
    /// <returns>The answer.</returns>
    public static async Task<Answer> WriteAnswerAsync(
        TextWriter writer, IAsyncEnumerable<AnswerUpdate> updates, JsonLayout layout, bool withEvidence, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            answer = (update as AnswerCompleted)?.Answer ?? answer;
        }

        if (answer is null)
        {
            throw new InvalidOperationException("The stream of updates ended without an answer.");
        }

        // The passages are twenty times as long as the answer, and every quotation stands in its citation.
        var json = AnswerJson.From(answer);
        Write(writer, withEvidence ? json : json with { Evidence = [] }, layout);
        return answer;
    }

    // Not for web pages, so quotes and letters of every script stay readable; control characters are escaped all the same.
    private static CliJson Create(bool indented) => new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = indented,
    });
}
