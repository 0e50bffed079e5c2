using ForumQA.Models.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Models.Chat;

/// <summary>Checks the service that <see cref="ChatModelOptions"/> name, for each of its models.</summary>
internal sealed class ChatEndpointCheck
{
    // Some models that reason refuse a smaller limit.
    private const int ProbedTokens = 16;

    private readonly IReadOnlyList<EndpointCheck> _checks;

    internal ChatEndpointCheck(IOptions<ChatModelOptions> options, HttpClient http, TimeProvider time)
    {
        var chat = options.Value;
        var client = new Lazy<RemoteChatClient>(() => new RemoteChatClient(chat, http, time));
        _checks =
        [
            .. chat.Offered.Select(model => new EndpointCheck(
                new ModelService(ChatModelOptions.SectionName, chat.Endpoint!, model, chat.ApiKey, cancellationToken => AnswerAsync(client.Value, model, chat, time, cancellationToken))
                {
                    Setting = $"{ChatModelOptions.SectionName}:{(model == chat.Model ? nameof(chat.Model) : nameof(chat.Models))}",
                },
                http, time)),
        ];
    }

    /// <summary>Asks the service for its models, and if that does not tell whether it can be used, for a few tokens. No try is repeated.</summary>
    /// <returns>What was found of each model, the default first; none when no service is configured.</returns>
    public async Task<IReadOnlyList<EndpointReport>> RunAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_checks.Select(check => check.RunAsync(cancellationToken))).ConfigureAwait(false);

    private static async Task AnswerAsync(RemoteChatClient client, string model, ChatModelOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var answer = await TimedChatStream.BeginAsync(
            token => client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Hi")], new ChatOptions { ModelId = model, MaxOutputTokens = ProbedTokens }, token),
            TimeSpan.FromSeconds(options.TimeoutSeconds), new ChatFailures(options), time, cancellationToken).ConfigureAwait(false);
    }
}
