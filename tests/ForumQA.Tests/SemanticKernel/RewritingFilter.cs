using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Puts a text of its own in the place of what the model would write, without asking it.</summary>
internal sealed class RewritingFilter(string text) : IFunctionInvocationFilter
{
    public Task OnFunctionInvocationAsync(
        Microsoft.SemanticKernel.FunctionInvocationContext context, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
    {
        var updates = new[] { new ChatResponseUpdate(ChatRole.Assistant, text) }.ToAsyncEnumerable();
        context.Result = new FunctionResult(context.Function, updates);
        return Task.CompletedTask;
    }
}
