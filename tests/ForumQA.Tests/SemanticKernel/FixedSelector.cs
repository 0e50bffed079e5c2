using System.Diagnostics.CodeAnalysis;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Services;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Always chooses the same model.</summary>
internal sealed class FixedSelector(CompletionService model) : IAIServiceSelector
{
    public bool TrySelectAIService<T>(
        Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
        where T : class, IAIService
    {
        service = model as T;
        serviceSettings = null;
        return service is not null;
    }
}
