using System.Runtime.CompilerServices;
using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Verification;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Agents;

/// <summary>A chat client whose every sentence was verified.</summary>
internal sealed class VerifyingChatClient(IChatClient inner, IServiceProvider services, UnsupportedPolicy unsupported) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var verified = await BeginAsync(list, options, cancellationToken).ConfigureAwait(false);
        var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        return await verified.RunAsync(response.ToChatResponseUpdates().ToAsyncEnumerable(), cancellationToken)
            .ToChatResponseAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var verified = await BeginAsync(list, options, cancellationToken).ConfigureAwait(false);
        await foreach (var update in verified.RunAsync(base.GetStreamingResponseAsync(list, options, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private async Task<VerifiedStream> BeginAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (options?.ResponseFormat is ChatResponseFormatJson)
        {
            throw new NotSupportedException("UseForumQA verifies sentences and was asked for JSON. Ask a client without it for JSON, or leave out ChatOptions.ResponseFormat.");
        }

        var answer = Grounds.Carried(messages);
        if (answer is null && Grounds.ReadQuestion(messages) is { } question)
        {
            answer = await Grounds.FindAsync(Require<Answerer>(), question, cancellationToken).ConfigureAwait(false);
        }

        var verifier = new StreamVerifier(Require<IndexStore>(), Require<Retriever>(), answer?.Evidence ?? []);
        return new VerifiedStream(verifier, answer?.Abstention, unsupported);
    }

    /// <summary>Asked at each request: the index may be made after the client.</summary>
    private T Require<T>()
        where T : class => services.GetService<T>()
        ?? throw new InvalidOperationException("UseForumQA needs the services that AddForumQA registers. Build the client with them: builder.UseForumQA().Build(services).");
}
