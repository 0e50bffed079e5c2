using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Keeps which functions ran and which prompts were rendered.</summary>
public sealed class RecordingFilter : IFunctionInvocationFilter, IPromptRenderFilter
{
    public List<string> Functions { get; } = [];

    public List<string> Prompts { get; } = [];

    public async Task OnFunctionInvocationAsync(
        Microsoft.SemanticKernel.FunctionInvocationContext context, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
    {
        Functions.Add(context.Function.Name);
        await next(context);
    }

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        Prompts.Add(context.RenderedPrompt ?? "");
    }
}
