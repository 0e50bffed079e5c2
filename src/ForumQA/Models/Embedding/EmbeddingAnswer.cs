using System.Buffers.Binary;
using System.Text.Json;

namespace ForumQA.Models.Embedding;

/// <summary>Reads <c>{"data": [{"index", "embedding"}]}</c>.</summary>
internal static class EmbeddingAnswer
{
    /// <summary>The vectors in the order of the texts.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">Something is missing.</exception>
    /// <exception cref="InvalidOperationException">Something is of another kind.</exception>
    /// <exception cref="FormatException">A vector is neither numbers nor base64.</exception>
    public static IReadOnlyList<float[]> Read(ReadOnlyMemory<byte> json)
    {
        using var answer = JsonDocument.Parse(json);

        // Services may answer out of order; the index says which text a vector belongs to.
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().OrderBy(Index).Select(embedding => Vector(embedding.GetProperty("embedding")))];
    }

    private static int Index(JsonElement embedding) => embedding.TryGetProperty("index", out var index) ? index.GetInt32() : 0;

    private static float[] Vector(JsonElement embedding) => embedding.ValueKind == JsonValueKind.String
        ? Decode(embedding.GetBytesFromBase64())
        : [.. embedding.EnumerateArray().Select(number => number.GetSingle())];

    private static float[] Decode(byte[] bytes)
    {
        if (bytes.Length % sizeof(float) != 0)
        {
            throw new FormatException($"{bytes.Length} bytes are no vector of floats.");
        }

        var vector = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return vector;
    }
}
