using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ForumQA.Tools;

/// <summary>Reads what a model passed for a parameter. Models do not always keep to a schema, and a Kernel passes much as text.</summary>
internal static class ToolArgument
{
    /// <exception cref="ForumQAException">It is missing or of the wrong kind; the message says what to pass.</exception>
    public static object? Read(ParameterInfo parameter, AIFunctionArguments arguments)
    {
        var name = parameter.Name!;
        if (!arguments.TryGetValue(name, out var value) || value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue : throw Invalid($"'{name}' is missing. Call again with it.");
        }

        var element = value as JsonElement? ?? JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
        if (parameter.ParameterType == typeof(string))
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : throw Invalid($"'{name}' must be text.");
        }

        return parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(int?) ? ReadNumber(name, element) : ReadList(name, element);
    }

    public static ForumQAException Invalid(string message) => new("tool-argument-invalid", message);

    private static int ReadNumber(string name, JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == (int)number
            ? (int)number
            : throw Invalid($"'{name}' must be a whole number.");
    }

    /// <summary>A list of texts, a list written as JSON, or a single text.</summary>
    private static IReadOnlyList<string> ReadList(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString()!.Trim();
            return text.Length == 0 ? [] : text[0] == '[' && Parse(text) is { } list ? ReadList(name, list) : [text];
        }

        return element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. element.EnumerateArray().Select(item => item.GetString()!)]
            : throw Invalid($"'{name}' must be a list of texts, such as [\"one\", \"two\"].");
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null; // An id may start with a bracket.
        }
    }
}
