using ForumQA.Answering;
using Microsoft.Extensions.AI;

namespace ForumQA.Agents;

/// <summary>What the documents have on the question that a conversation ends with.</summary>
internal static class Grounds
{
    private const string Mark = "context";

    /// <summary>The last question of the user with the turns before it; null when the user has written nothing.</summary>
    public static AnswerRequest? ReadQuestion(IEnumerable<ChatMessage> messages)
    {
        var turns = new List<ConversationTurn>();
        foreach (var message in messages.Where(message => !string.IsNullOrWhiteSpace(message.Text) && !IsOurs(message)))
        {
            if (message.Role == ChatRole.User)
            {
                turns.Add(new ConversationTurn(message.Text));
            }
            else if (message.Role == ChatRole.Assistant && turns.Count > 0)
            {
                turns[^1] = turns[^1] with { Answer = message.Text };
            }
        }

        return turns.Count == 0 ? null : new AnswerRequest(turns[^1].Question)
        {
            Mode = AnswerMode.Extractive,
            History = [.. turns.SkipLast(1).TakeLast(ConversationHistory.MaxTurns)],
        };
    }

    /// <summary>The answer in the documents' own words, with its evidence and why there is none.</summary>
    public static async Task<Answer> FindAsync(Answerer answerer, AnswerRequest request, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var update in answerer.AnswerAsync(request, cancellationToken).ConfigureAwait(false))
        {
            answer = (update as AnswerCompleted)?.Answer ?? answer;
        }

        return answer ?? throw new InvalidOperationException("The stream of updates ended without an answer.");
    }

    /// <summary>A message that has the answer with it, for the chat client that verifies. A raw representation is lost when a conversation is stored, the mark is not.</summary>
    public static ChatMessage Carry(Answer answer, string text) => new(ChatRole.User, text)
    {
        RawRepresentation = answer,
        AdditionalProperties = new AdditionalPropertiesDictionary { [ForumQAChatClient.ResultProperty] = Mark },
    };

    /// <summary>Whether a message is one that <see cref="Carry"/> made, now or for an earlier question.</summary>
    public static bool IsOurs(ChatMessage message) =>
        message.AdditionalProperties?.TryGetValue(ForumQAChatClient.ResultProperty, out var value) == true && $"{value}" == Mark;

    /// <summary>What a message of this request carries; null when none does.</summary>
    public static Answer? Carried(IEnumerable<ChatMessage> messages) => messages.Select(message => message.RawRepresentation).OfType<Answer>().LastOrDefault();
}
