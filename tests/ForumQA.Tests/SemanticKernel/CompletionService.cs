using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>A model that only a Kernel can ask, which tells why it ended as Kernel connectors do: among the metadata.</summary>
internal sealed class CompletionService(Func<string, string> reply, string finishReason) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes => new Dictionary<string, object?> { [AIServiceExtensions.ModelIdKey] = "service-model" };

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Answers are streamed.");

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new StreamingChatMessageContent(AuthorRole.Assistant, reply(chatHistory[^1].Content!));
        yield return new StreamingChatMessageContent(AuthorRole.Assistant, "", metadata: new Dictionary<string, object?> { ["FinishReason"] = finishReason });
    }
}
