using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace ForumQA.SemanticKernel;

/// <summary>Chooses the model that a prompt is sent to: the chat client when there is one, since its updates come through a Kernel unchanged, else the chat completion service.</summary>
/// <remarks>A Kernel's own choice is the other way round, and a chat completion service loses why an answer ended, what it took and what was thought.</remarks>
internal sealed class PromptModel : IAIServiceSelector, IChatClientSelector
{
    private readonly IServiceProvider _services;
    private readonly IChatClient? _client;
    private readonly IChatCompletionService? _completions;
    private readonly string? _name;

    public PromptModel(IServiceProvider services)
    {
        _services = services;
        _client = services.GetService<IChatClient>() is { } client ? new PromptClient(client) : null;
        _completions = _client is null ? services.GetService<IChatCompletionService>() : null;
        _name = _client?.GetService<ChatClientMetadata>()?.DefaultModelId ?? _completions?.GetModelId();
    }

    /// <summary>Adds to an update what is known otherwise: the model's name, and why the answer ended where the update tells it only among its other properties.</summary>
    public ChatResponseUpdate Complete(ChatResponseUpdate update)
    {
        update.ModelId ??= _name;
        if (update.FinishReason is null && update.AdditionalProperties?.GetValueOrDefault(nameof(update.FinishReason)) is string { Length: > 0 } reason)
        {
            update.FinishReason = new ChatFinishReason(reason);
        }

        return update;
    }

    public bool TrySelectAIService<T>(
        Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
        where T : class, IAIService
    {
        service = _completions as T;
        serviceSettings = Settings(function, arguments).GetValueOrDefault(PromptExecutionSettings.DefaultServiceId);
        return service is not null && typeof(T) == typeof(IChatCompletionService);
    }

    public bool TrySelectChatClient<T>(
        Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
        where T : class, IChatClient
    {
        // A prompt may have settings for a model that is registered under a key.
        foreach (var (key, settings) in Settings(function, arguments).Where(pair => pair.Key != PromptExecutionSettings.DefaultServiceId))
        {
            if (_services is IKeyedServiceProvider keyed && keyed.GetKeyedService(typeof(IChatClient), key) is IChatClient client)
            {
                (service, serviceSettings) = (new PromptClient(client) as T, settings);
                return service is not null;
            }
        }

        service = _client as T;
        serviceSettings = Settings(function, arguments).GetValueOrDefault(PromptExecutionSettings.DefaultServiceId);
        return service is not null;
    }

    /// <summary>Those of a call, which a filter may set, take the place of all of the prompt's.</summary>
    private static IReadOnlyDictionary<string, PromptExecutionSettings> Settings(KernelFunction function, KernelArguments arguments) =>
        arguments.ExecutionSettings ?? function.ExecutionSettings ?? new Dictionary<string, PromptExecutionSettings>();
}
