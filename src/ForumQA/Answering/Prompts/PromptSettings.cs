using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ForumQA.Answering.Prompts;

/// <summary>The settings a model is asked with, as a Kernel carries them.</summary>
internal static class PromptSettings
{
    /// <summary>Those that are set; a Kernel makes the same options of them again.</summary>
    public static PromptExecutionSettings Of(ChatOptions options)
    {
        var values = new Dictionary<string, object>();
        Add("temperature", options.Temperature);
        Add("top_p", options.TopP);
        Add("max_tokens", options.MaxOutputTokens);
        Add("seed", options.Seed);
        return new PromptExecutionSettings { ModelId = options.ModelId, ExtensionData = values };

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }
    }

    /// <summary>Those of a prompt file for a service that ForumQA does not know; YAML gives every number as text.</summary>
    public static PromptExecutionSettings Of(IReadOnlyDictionary<string, object?> settings) => new()
    {
        ExtensionData = settings.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => ReadNumber(pair.Value!)),
    };

    private static object ReadNumber(object value) =>
        value is not string text ? value
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : bool.TryParse(text, out var flag) ? flag
        : text;
}
