using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForumQA.Answering.Prompts;
using ForumQA.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.PromptTemplates.Handlebars;
using Microsoft.SemanticKernel.Services;

namespace ForumQA.SemanticKernel;

/// <summary>Runs the prompt files in a Kernel, with its model and its filters.</summary>
internal sealed class KernelPromptRunner(IServiceProvider services) : IPromptRunner
{
    private readonly ConcurrentDictionary<string, KernelFunction> _functions = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<ChatResponseUpdate> RunAsync(
        Prompt prompt, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(variables);
        var function = _functions.GetOrAdd(prompt.Hash, _ => KernelFunctionYaml.FromPromptYaml(prompt.Yaml, new HandlebarsPromptTemplateFactory()));
        var model = services.GetService<IChatCompletionService>()?.GetModelId();

        // Without plugins: whatever stands in a prompt, it can call nothing.
        var kernel = new Kernel(services, new KernelPluginCollection());
        var texts = kernel.InvokeStreamingAsync<string>(function, Arguments(variables), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (texts.ConfigureAwait(false))
        {
            while (await MoveNextAsync(texts, cancellationToken).ConfigureAwait(false))
            {
                if (texts.Current is { Length: > 0 } text)
                {
                    yield return new ChatResponseUpdate(ChatRole.Assistant, text) { ModelId = model };
                }
            }
        }
    }

    /// <summary>A Kernel encodes texts itself, once, and leaves in what makes a prompt unreadable; the values of lists are encoded already.</summary>
    private static KernelArguments Arguments(IReadOnlyDictionary<string, object?> variables)
    {
        var arguments = new KernelArguments();
        foreach (var (name, value) in variables)
        {
            arguments[name] = value is string text ? PromptText.Clean(text) : value;
        }

        return arguments;
    }

    /// <exception cref="ChatException">The model, a filter or the Kernel failed.</exception>
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await texts.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChatException("chat-timeout", "The Kernel's model did not answer in time. Try again, or give it more time where it is registered.", e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ForumQAException))
        {
            throw new ChatException("chat-failed", $"The Kernel could not ask its model: {e.Message} Check how the model and the filters are registered.", e);
        }
    }
}
