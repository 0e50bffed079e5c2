using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForumQA.Answering.Prompts;
using ForumQA.Models.Chat;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel;

/// <summary>Runs the prompt files as Kernel functions, with the model and the filters that are registered.</summary>
/// <param name="services">With a model; asked at the first prompt.</param>
/// <param name="configured">What the configuration asks for; each value that is set takes the place of the prompt's. A model that thinks before it answers needs more tokens than a prompt can know of.</param>
internal sealed class KernelPromptRunner(IServiceProvider services, ChatOptions? configured) : IPromptRunner
{
    private readonly ConcurrentDictionary<(string Prompt, string? Model), KernelFunction> _functions = [];
    private readonly Lazy<PromptModel> _model = new(() => new PromptModel(services));

    public async IAsyncEnumerable<ChatResponseUpdate> RunAsync(
        Prompt prompt, IReadOnlyDictionary<string, object?> variables, string? model, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(variables);
        var function = _functions.GetOrAdd((prompt.Hash, model), _ => prompt.CreateFunction(Configured(model)));

        // Without plugins: whatever stands in a prompt, it can call nothing.
        var kernel = new Kernel(new PromptServices(services, _model.Value), []);
        kernel.PromptRenderFilters.Insert(0, MessageFilter.Instance);
        var arguments = new KernelArguments(variables.ToDictionary());
        var updates = function.InvokeStreamingAsync<ChatResponseUpdate>(kernel, arguments, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, cancellationToken).ConfigureAwait(false))
            {
                yield return _model.Value.Complete(updates.Current);
            }
        }
    }

    private ChatOptions? Configured(string? model)
    {
        if (model is null)
        {
            return configured;
        }

        var options = configured?.Clone() ?? new ChatOptions();
        options.ModelId = model;
        return options;
    }

    /// <summary>A client of the user's own, and a filter, fail in their own ways.</summary>
    /// <exception cref="ChatException">The model, a filter or the Kernel failed.</exception>
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChatException("chat-timeout", "The language model did not answer in time. Ask again, or give it more time where it is registered.", e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ForumQAException))
        {
            throw new ChatException("chat-failed", $"The language model could not be asked: {e.Message} Check how the model and the filters are registered.", e);
        }
    }
}
