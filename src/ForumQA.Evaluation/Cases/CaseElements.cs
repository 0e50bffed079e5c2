using System.Text.Json;

namespace ForumQA.Evaluation.Cases;

/// <summary>Reads the parts of a line of a case file and keeps everything that is wrong with them.</summary>
internal sealed class CaseElements
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Complain(string problem) => _problems.Add(problem);

    public List<T> ReadList<T>(JsonElement owner, string name, Func<JsonElement, T> read) =>
        owner.TryGetProperty(name, out var list) ? ReadItems(list, name, read) : [];

    public List<T> ReadItems<T>(JsonElement list, string name, Func<JsonElement, T> read)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray().Select(read)];
        }

        _problems.Add($"'{name}' is not a list. Put it in square brackets.");
        return [];
    }

    public string RequireText(JsonElement owner, string name, string meaning)
    {
        if (owner.TryGetProperty(name, out var value))
        {
            return ReadText(value, name, meaning);
        }

        _problems.Add($"'{name}' is missing. Add {meaning}.");
        return "";
    }

    public string ReadText(JsonElement value, string name, string meaning)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _problems.Add($"'{name}' is empty or not a text. Write {meaning}.");
        return "";
    }

    public bool RequireObject(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        _problems.Add($"'{name}' holds something other than an object. Put each in curly brackets.");
        return false;
    }

    public void RefuseOthers(JsonElement owner, string[] known, string what)
    {
        foreach (var other in owner.EnumerateObject().Select(property => property.Name).Except(known))
        {
            _problems.Add($"{what} has no property '{other}'. Correct its name to one of {string.Join(", ", known)}, or take it out.");
        }
    }
}
