using Microsoft.Extensions.AI;

namespace ForumQA.SemanticKernel;

/// <summary>A chat client as a Kernel needs it: one that tells what it is, and is not sent the empty messages that a template left.</summary>
internal sealed class PromptClient(IChatClient client) : DelegatingChatClient(client)
{
    // A Kernel does not take a client that has none.
    private static readonly ChatClientMetadata Unnamed = new();

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        base.GetService(serviceType, serviceKey) ?? (serviceType == typeof(ChatClientMetadata) && serviceKey is null ? Unnamed : null);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync([.. messages.Where(message => message.Contents.Count > 0)], options, cancellationToken);
}
