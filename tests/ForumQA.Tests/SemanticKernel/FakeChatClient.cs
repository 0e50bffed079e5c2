using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>A model whose answers a test writes, piece by piece. It keeps what it was asked.</summary>
/// <param name="reply">The pieces of its answer to the messages.</param>
public sealed class FakeChatClient(Func<IReadOnlyList<ChatMessage>, IAsyncEnumerable<string>> reply) : IChatClient
{
    public FakeChatClient(params IReadOnlyList<string> pieces)
        : this(_ => Stream(pieces))
    {
    }

    /// <summary>The messages of each request, oldest first.</summary>
    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    /// <summary>The options of each request, oldest first.</summary>
    public List<ChatOptions?> Options { get; } = [];

    /// <summary>The name's end of the function it calls, once, when it is offered; null for none.</summary>
    public string? Calls { get; set; }

    /// <summary>Why its answers end; null for no reason given.</summary>
    public ChatFinishReason? Ends { get; set; }

    public static async IAsyncEnumerable<string> Stream(IEnumerable<string> pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            updates.Add(update);
        }

        return updates.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = messages.ToList();
        Requests.Add(request);
        Options.Add(options);
        var results = request.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionResultContent>().ToList();
        if (results.Count > 0)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, $"The documents say: {results[^1].Result}");
        }
        else if (Calls is not null && options?.Tools?.FirstOrDefault(tool => tool.Name.EndsWith(Calls, StringComparison.Ordinal)) is { } function)
        {
            var arguments = new Dictionary<string, object?> { ["question"] = request[^1].Text };
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new Microsoft.Extensions.AI.FunctionCallContent("call-1", function.Name, arguments)]);
        }
        else
        {
            await foreach (var piece in reply(request).WithCancellation(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
            }

            if (Ends is not null)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, (IList<AIContent>)[]) { FinishReason = Ends };
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", new Uri("http://localhost/"), "fake-model")
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }
}
