using System.Runtime.CompilerServices;
using ForumQA.Chat;
using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Prompts;

/// <summary>Renders a prompt and sends its messages to a chat client.</summary>
/// <param name="client">The model.</param>
/// <param name="configured">What the configuration asks for; each value that is set takes the place of the prompt's. A model that thinks before it answers needs more tokens than a prompt can know of.</param>
internal sealed class ChatPromptRunner(IChatClient client, ChatOptions? configured = null) : IPromptRunner
{
    private readonly string? _model = client.GetService<ChatClientMetadata>()?.DefaultModelId;

    public async IAsyncEnumerable<ChatResponseUpdate> RunAsync(
        Prompt prompt, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var defaults = prompt.CreateOptions();
        var options = configured?.Clone() ?? new ChatOptions();
        options.Temperature ??= defaults.Temperature;
        options.TopP ??= defaults.TopP;
        options.MaxOutputTokens ??= defaults.MaxOutputTokens;
        options.Seed ??= defaults.Seed;
        var updates = client.GetStreamingResponseAsync(prompt.Render(variables), options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, cancellationToken).ConfigureAwait(false))
            {
                updates.Current.ModelId ??= _model;
                yield return updates.Current;
            }
        }
    }

    /// <summary>A client of the user's own fails in its own ways.</summary>
    /// <exception cref="ChatException">The model failed.</exception>
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
            throw new ChatException("chat-failed", $"The language model could not be asked: {e.Message} Check how it is registered.", e);
        }
    }
}
