using System.Text.Json;

namespace ForumQA.Client;

/// <summary>A step of bringing the index up to date.</summary>
/// <param name="Progress">How far it has come; null in the last step.</param>
/// <param name="Result">What it did; null before the last step.</param>
internal sealed record IndexEvent(IndexProgress? Progress, IndexResult? Result)
{
    /// <summary>Reads an event of the stream; null for one that a later version may send.</summary>
    /// <exception cref="ForumQAProblemException">The event says that the run failed.</exception>
    public static IndexEvent? Read(string type, ReadOnlySpan<byte> data) => type switch
    {
        "progress" => new(JsonSerializer.Deserialize(data, ClientJson.Default.IndexProgress), null),
        "completed" => new(null, JsonSerializer.Deserialize(data, ClientJson.Default.IndexResult)),
        "error" when JsonSerializer.Deserialize(data, ClientJson.Default.Problem) is { } problem => throw ForumQAProblemException.Of(problem),
        _ => null,
    };
}
