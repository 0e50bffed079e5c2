namespace ForumQA.Answering;

/// <summary>What of a conversation goes along with its next question.</summary>
public static class ConversationHistory
{
    /// <summary>Follow-up questions seldom reach further back than so many turns, and a model pays for every one.</summary>
    public const int MaxTurns = 10;

    /// <summary>The turn that an answer makes.</summary>
    /// <param name="answer">The answer.</param>
    public static ConversationTurn TurnOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new ConversationTurn(
            answer.Question, answer.Sentences.Count > 0 ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : null);
    }
}
