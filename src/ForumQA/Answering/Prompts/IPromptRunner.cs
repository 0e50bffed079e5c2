using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Prompts;

/// <summary>Asks a language model with a prompt file: ours runs it as a function of a Semantic Kernel, with the filters that are registered.</summary>
internal interface IPromptRunner
{
    /// <summary>Renders the prompt and streams what the model writes.</summary>
    /// <param name="prompt">The prompt file.</param>
    /// <param name="variables">A value for each of its variables: a string, which the runner encodes, or a list of dictionaries of strings, of which every value is encoded already (<see cref="PromptText.Encode"/>).</param>
    /// <param name="model">The model to ask, by name; null for the configured one.</param>
    /// <param name="cancellationToken">Stops the request to the model.</param>
    /// <exception cref="Models.Chat.ChatException">The model failed; what came before holds.</exception>
    IAsyncEnumerable<ChatResponseUpdate> RunAsync(Prompt prompt, IReadOnlyDictionary<string, object?> variables, string? model, CancellationToken cancellationToken);
}
