using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel;

/// <summary>The services as a prompt's Kernel sees them: ForumQA chooses the model, unless the user registered a choice of their own.</summary>
internal sealed class PromptServices(IServiceProvider services, PromptModel model) : IKeyedServiceProvider
{
    public object? GetService(Type serviceType) =>
        services.GetService(serviceType) ?? (serviceType == typeof(IAIServiceSelector) ? model : null);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => (services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey) ?? throw new InvalidOperationException($"No service of type {serviceType} is registered under '{serviceKey}'. Register it before the prompts run.");
}
