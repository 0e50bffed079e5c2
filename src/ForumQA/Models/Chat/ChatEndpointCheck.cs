using ForumQA.Models.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Models.Chat;

/// <summary>Checks the service that <see cref="ChatModelOptions"/> name.</summary>
internal sealed class ChatEndpointCheck
{
    // Some models that reason refuse a smaller limit.
    private const int ProbedTokens = 16;

    private readonly EndpointCheck? _check;

    internal ChatEndpointCheck(IOptions<ChatModelOptions> options, HttpClient http, TimeProvider time)
    {
        var chat = options.Value;
        if (chat is not { Endpoint: { } endpoint, Model: { } model })
        {
            return;
        }

        var client = new RemoteChatClient(chat, http, time);
        _check = new EndpointCheck(
            new ModelService(ChatModelOptions.SectionName, endpoint, model, chat.ApiKey, cancellationToken => AnswerAsync(client, chat, time, cancellationToken)), http, time);
    }

    /// <summary>Asks the service for its models, and if that does not tell whether it can be used, for a few tokens. No try is repeated.</summary>
    /// <returns>What was found; null when no service is configured.</returns>
    public async Task<EndpointReport?> RunAsync(CancellationToken cancellationToken) =>
        _check is null ? null : await _check.RunAsync(cancellationToken).ConfigureAwait(false);

    private static async Task AnswerAsync(RemoteChatClient client, ChatModelOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var answer = await TimedChatStream.BeginAsync(
            token => client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Hi")], new ChatOptions { MaxOutputTokens = ProbedTokens }, token),
            TimeSpan.FromSeconds(options.TimeoutSeconds), new ChatFailures(options), time, cancellationToken).ConfigureAwait(false);
    }
}
