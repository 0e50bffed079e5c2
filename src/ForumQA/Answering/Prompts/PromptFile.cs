using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ForumQA.Answering.Prompts;

/// <summary>The properties of Semantic Kernel's prompt files that ForumQA knows; any other is an error, since it would be ignored.</summary>
internal sealed partial class PromptFile
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? TemplateFormat { get; set; }

    public string? Template { get; set; }

    public List<InputVariable> InputVariables { get; set; } = [];

    /// <summary>By the name of a service; ForumQA uses <c>default</c>, the others are a Kernel's.</summary>
    public Dictionary<string, Dictionary<string, object?>> ExecutionSettings { get; set; } = [];

    /// <exception cref="PromptException">It is not valid YAML, or not a prompt file.</exception>
    public static PromptFile Parse(string file, string yaml)
    {
        PromptFile? parsed;
        try
        {
            parsed = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .Build()
                .Deserialize<PromptFile?>(yaml);
        }
        catch (YamlException e)
        {
            throw PromptException.Invalid(
                file, $"line {e.Start.Line}: {TypeName().Replace((e.InnerException ?? e).Message, string.Empty).TrimEnd('.')}. It takes name, description, template_format, template, input_variables and execution_settings, as YAML.", e);
        }

        if (parsed is null || string.IsNullOrWhiteSpace(parsed.Name) || string.IsNullOrWhiteSpace(parsed.Template))
        {
            throw PromptException.Invalid(file, "it has no name or no template. Add both.");
        }

        // Anything else, and the default of a Kernel's own format, would leave the {{...}} of Handlebars in the text.
        return parsed.TemplateFormat == PromptTemplate.Format
            ? parsed
            : throw PromptException.Invalid(file, $"its template_format is '{parsed.TemplateFormat}'. Write the template in Handlebars and set: template_format: {PromptTemplate.Format}");
    }

    /// <summary>The <c>default</c> execution settings.</summary>
    /// <exception cref="PromptException">A setting is unknown or is no number.</exception>
    public ChatOptions ReadOptions(string file)
    {
        var options = new ChatOptions();
        foreach (var (name, value) in ExecutionSettings.GetValueOrDefault("default") ?? [])
        {
            switch (name)
            {
                case "temperature":
                    options.Temperature = Read<float>(file, name, value);
                    break;
                case "top_p":
                    options.TopP = Read<float>(file, name, value);
                    break;
                case "max_tokens":
                    options.MaxOutputTokens = Read<int>(file, name, value);
                    break;
                case "seed":
                    options.Seed = Read<long>(file, name, value);
                    break;
                default:
                    throw PromptException.Invalid(file, $"the execution setting '{name}' is not known. Those of 'default' may be temperature, top_p, max_tokens and seed; put others under the name of another service.");
            }
        }

        return options;
    }

    /// <summary>The prompt as a Kernel takes it.</summary>
    /// <param name="options">The settings of <c>default</c>: all of them, since a Kernel never adds one to those it is given.</param>
    public PromptTemplateConfig CreateConfig(ChatOptions options)
    {
        var config = new PromptTemplateConfig(Template!)
        {
            Name = Name,
            Description = Description,
            TemplateFormat = PromptTemplate.Format,
            InputVariables = [.. InputVariables.Select(variable => variable.ForKernel())],
        };
        config.AddExecutionSettings(PromptSettings.Of(options));
        foreach (var (service, settings) in ExecutionSettings.Where(pair => pair.Key != PromptExecutionSettings.DefaultServiceId))
        {
            config.AddExecutionSettings(PromptSettings.Of(settings), service);
        }

        return config;
    }

    private static T Read<T>(string file, string name, object? value)
        where T : IParsable<T>, IComparable<T>, new() =>
        T.TryParse(value as string, CultureInfo.InvariantCulture, out var number) && number.CompareTo(new T()) >= 0
            ? number
            : throw PromptException.Invalid(file, $"the execution setting '{name}' is '{value}'. Write a number that is not negative.");

    // YamlDotNet tells which of our classes has no such property.
    [GeneratedRegex(" on type '[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    internal sealed class InputVariable
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public string? Default { get; set; }

        /// <summary>As in a Kernel, true unless the file says otherwise.</summary>
        public bool IsRequired { get; set; } = true;

        public bool AllowDangerouslySetContent { get; set; }

        public Microsoft.SemanticKernel.InputVariable ForKernel() => new()
        {
            Name = Name!,
            Description = Description,
            Default = Default,
            IsRequired = IsRequired,
            AllowDangerouslySetContent = AllowDangerouslySetContent,
        };
    }
}
