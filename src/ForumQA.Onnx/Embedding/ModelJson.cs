using System.Text.Json;

namespace ForumQA.Onnx.Embedding;

/// <summary>A JSON file of a model's folder, read leniently: what is of another kind than asked for counts as missing.</summary>
internal sealed class ModelJson
{
    private readonly JsonElement _element;

    private ModelJson(JsonElement element) => _element = element;

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="ModelException">It cannot be read.</exception>
    public static ModelJson? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream);
            return new ModelJson(document.RootElement.Clone());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw ModelException.Unreadable(file, e);
        }
    }

    public ModelJson? Child(string name) => Find(name, JsonValueKind.Object) is { } child ? new ModelJson(child) : null;

    public IEnumerable<ModelJson> Items() =>
        _element.ValueKind == JsonValueKind.Array ? _element.EnumerateArray().Select(item => new ModelJson(item)) : [];

    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public int? Integer(string name) => Find(name, JsonValueKind.Number) is { } number && number.TryGetInt32(out var value) ? value : null;

    public bool Flag(string name, bool otherwise = false) => otherwise ? Find(name, JsonValueKind.False) is null : Find(name, JsonValueKind.True) is not null;

    private JsonElement? Find(string name, JsonValueKind kind) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;
}
