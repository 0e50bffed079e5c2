using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Prompts;

/// <summary>Renders a prompt and sends its messages to a chat client.</summary>
/// <param name="client">The model.</param>
/// <param name="configured">What the configuration asks for; each value that is set takes the place of the prompt's. A model that thinks before it answers needs more tokens than a prompt can know of.</param>
internal sealed class ChatPromptRunner(IChatClient client, ChatOptions? configured = null) : IPromptRunner
{
    public IAsyncEnumerable<ChatResponseUpdate> RunAsync(Prompt prompt, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var defaults = prompt.CreateOptions();
        var options = configured?.Clone() ?? new ChatOptions();
        options.Temperature ??= defaults.Temperature;
        options.TopP ??= defaults.TopP;
        options.MaxOutputTokens ??= defaults.MaxOutputTokens;
        options.Seed ??= defaults.Seed;
        return client.GetStreamingResponseAsync(prompt.Render(variables), options, cancellationToken);
    }
}
