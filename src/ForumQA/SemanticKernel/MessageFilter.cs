using ForumQA.Answering.Prompts;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel;

/// <summary>Refuses a rendered prompt that is not well-formed messages, which a Kernel would send, tags and all, as one message of the user. The outermost filter, so that it sees what the others made of it.</summary>
internal sealed class MessageFilter : IPromptRenderFilter
{
    public static MessageFilter Instance { get; } = new();

    /// <exception cref="FormatException">It is anything but messages; the message says what to do.</exception>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        _ = PromptMessages.Read(context.RenderedPrompt ?? string.Empty);
    }
}
