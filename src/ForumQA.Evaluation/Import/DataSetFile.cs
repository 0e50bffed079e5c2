using System.Text.Json;

namespace ForumQA.Evaluation.Import;

/// <summary>Reads a file of a data set and says in the user's words what is wrong with it.</summary>
internal static class DataSetFile
{
    /// <exception cref="ForumQAException">The file cannot be read or is not of the format.</exception>
    public static async Task ReadJsonAsync(string path, string format, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(path, cancellationToken).ConfigureAwait(false);
        Interpret(path, null, format, bytes, read);
    }

    /// <summary>The same for JSON Lines, line by line; empty lines are passed over.</summary>
    /// <exception cref="ForumQAException">The file cannot be read or is not of the format.</exception>
    public static async Task ReadJsonLinesAsync(string path, string format, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        var lines = await ReadLinesAsync(path, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                Interpret(path, i + 1, format, System.Text.Encoding.UTF8.GetBytes(lines[i]), read);
            }
        }
    }

    /// <exception cref="ForumQAException">The file cannot be read.</exception>
    public static async Task<string[]> ReadLinesAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new MemoryStream(await ReadBytesAsync(path, cancellationToken).ConfigureAwait(false)));
        return (await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).ReplaceLineEndings("\n").Split('\n');
    }

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("import-unreadable", $"'{path}' cannot be read: {e.Message} Check the path and its permissions.", e);
        }
    }

    private static void Interpret(string path, int? line, string format, byte[] json, Action<JsonElement> read)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json.AsMemory(json.AsSpan().StartsWith("\ufeff"u8) ? 3 : 0));
            read(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // What JsonElement throws for what is missing or of another kind.
            var place = line is null ? $"'{path}'" : $"'{path}', line {line},";
            throw new ForumQAException("import-format", $"{place} is not in {format} format: {e.Message} Correct the file, or name the format it is in.", e);
        }
    }
}
