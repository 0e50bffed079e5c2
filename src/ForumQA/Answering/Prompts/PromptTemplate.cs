using HandlebarsDotNet;
using Microsoft.SemanticKernel;

namespace ForumQA.Answering.Prompts;

/// <summary>A compiled Handlebars template with the variables it takes. Safe for use by many threads.</summary>
internal sealed class PromptTemplate : IPromptTemplate
{
    /// <summary>The <see cref="PromptTemplateConfig.TemplateFormat"/> of Handlebars.</summary>
    public const string Format = "handlebars";

    private readonly PromptTemplateConfig _config;
    private readonly HandlebarsTemplate<object, object> _render;

    /// <param name="config">With the template and its variables.</param>
    /// <exception cref="HandlebarsException">It is not valid Handlebars.</exception>
    public PromptTemplate(PromptTemplateConfig config)
    {
        _config = config;

        // Values are encoded before they come here; Handlebars would encode them as HTML has it.
        _render = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true }).Compile(config.Template);
    }

    /// <summary>Renders the template.</summary>
    /// <param name="variables">As for <see cref="IPromptRunner.RunAsync"/>; null stands for the variable's default.</param>
    /// <exception cref="ArgumentException">A required variable is missing.</exception>
    public string Render(IReadOnlyDictionary<string, object?> variables)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var variable in _config.InputVariables)
        {
            var value = variables.GetValueOrDefault(variable.Name) ?? variable.Default;
            if (value is null && variable.IsRequired)
            {
                throw new ArgumentException($"The prompt '{_config.Name}' needs a value for '{variable.Name}'.", nameof(variables));
            }

            if (value is not null)
            {
                values[variable.Name] = value is string text && !variable.AllowDangerouslySetContent ? PromptText.Encode(text) : value;
            }
        }

        return _render(values);
    }

    /// <inheritdoc/>
    public Task<string> RenderAsync(Kernel kernel, KernelArguments? arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Render(arguments ?? []));
    }
}
