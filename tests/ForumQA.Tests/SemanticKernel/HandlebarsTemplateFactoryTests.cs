using ForumQA.SemanticKernel;
using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Handlebars templates of a user's own Kernel.</summary>
public sealed class HandlebarsTemplateFactoryTests
{
    [Fact]
    public async Task A_text_is_encoded_once_and_what_is_declared_safe_stands_as_it_is()
    {
        var kernel = new Kernel();
        var function = KernelFunctionFactory.CreateFromPrompt(
            new PromptTemplateConfig("{{text}} {{safe}} {{#each list}}{{this}}{{/each}}{{absent}}")
            {
                TemplateFormat = HandlebarsTemplateFactory.Format,
                InputVariables =
                [
                    new() { Name = "text" },
                    new() { Name = "safe", AllowDangerouslySetContent = true },
                    new() { Name = "list", AllowDangerouslySetContent = true },
                    new() { Name = "absent", IsRequired = false },
                ],
            },
            new HandlebarsTemplateFactory());
        var template = new HandlebarsTemplateFactory();
        Assert.True(template.TryCreate(
            new PromptTemplateConfig("{{text}}") { TemplateFormat = "handlebars", InputVariables = [new() { Name = "text", Default = "<none>" }] }, out var withDefault));

        Assert.NotNull(function);
        Assert.Equal("&lt;none&gt;", await withDefault.RenderAsync(kernel, arguments: null));
        Assert.Equal("&lt;b&gt; &amp;amp;", await withDefault.RenderAsync(kernel, new KernelArguments { ["text"] = "<b> &amp;" }));
    }

    [Fact]
    public void Another_format_is_left_to_other_factories()
    {
        Assert.False(new HandlebarsTemplateFactory().TryCreate(new PromptTemplateConfig("{{$text}}"), out var template));
        Assert.Null(template);
    }
}
