using System.Diagnostics.CodeAnalysis;
using ForumQA.Answering.Prompts;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel;

/// <summary>Makes the Handlebars templates of prompts for a Kernel. Safe for use by many threads.</summary>
/// <remarks>
/// Texts are encoded once, see <see cref="PromptText.Encode"/>, but those of a variable with <c>allow_dangerously_set_content</c>. Lists stand as
/// they are: encode their values. There are no helpers but those of Handlebars itself (<c>each</c>, <c>if</c>, <c>unless</c>, <c>with</c>).
/// </remarks>
public sealed class HandlebarsTemplateFactory : IPromptTemplateFactory
{
    /// <summary>The <see cref="PromptTemplateConfig.TemplateFormat"/> it takes.</summary>
    public const string Format = PromptTemplate.Format;

    /// <summary>Compiles a template.</summary>
    /// <param name="templateConfig">With the template, its format and its variables.</param>
    /// <param name="result">The template; null when its format is another.</param>
    /// <returns>Whether its format is <see cref="Format"/>.</returns>
    /// <exception cref="HandlebarsDotNet.HandlebarsException">The template is not valid Handlebars.</exception>
    public bool TryCreate(PromptTemplateConfig templateConfig, [NotNullWhen(true)] out IPromptTemplate? result)
    {
        ArgumentNullException.ThrowIfNull(templateConfig);
        result = templateConfig.TemplateFormat == Format ? new PromptTemplate(templateConfig) : null;
        return result is not null;
    }
}
