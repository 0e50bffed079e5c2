using ForumQA.Answering;
using ForumQA.Tests.Answering.Planning;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>Conversations over <c>seeds/</c> with the real answerer; the index is made once.</summary>
public sealed class SeedConversation : SeedsFixture
{
    /// <summary>Says one thing after the other.</summary>
    internal async Task<IReadOnlyList<HeardAnswer>> SayAsync(params string[] messages)
    {
        var heard = new List<HeardAnswer>();
        var turns = new List<ConversationTurn>();
        foreach (var message in messages)
        {
            var updates = await Answerer.AnswerAsync(new AnswerRequest(message) { History = [.. turns] }, CancellationToken.None).ToListAsync();
            var answer = ((AnswerCompleted)updates[^1]).Answer;
            heard.Add(new HeardAnswer(((EvidenceFound)updates[0]).StandaloneQuestion, answer, updates));
            turns.Add(ConversationHistory.TurnOf(answer));
        }

        return heard;
    }
}

/// <summary>An answer with what was searched for.</summary>
internal sealed record HeardAnswer(string Searched, Answer Answer, IReadOnlyList<AnswerUpdate> Updates)
{
    public string Text => string.Join(' ', Answer.Sentences.Select(sentence => sentence.Text));
}
