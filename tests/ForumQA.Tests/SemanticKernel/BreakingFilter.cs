using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Leaves a prompt without the end of its last message.</summary>
internal sealed class BreakingFilter : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        context.RenderedPrompt = context.RenderedPrompt!.TrimEnd()[..^"</message>".Length];
    }
}
