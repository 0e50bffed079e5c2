using ForumQA.Answering.Conversation;

namespace ForumQA.Answering;

/// <summary>What of a conversation goes along with its next question.</summary>
public static class ConversationHistory
{
    /// <summary>So many turns back a conversation is remembered; a model is told of fewer, as <see cref="Generation.GenerationOptions.HistoryTurns"/> says.</summary>
    public const int MaxTurns = 50;

    /// <summary>Whether a message does nothing but say goodbye, such as "bye" or "exit"; a shell may end the conversation after the reply.</summary>
    /// <param name="message">The message.</param>
    public static bool IsFarewell(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MoveLexicon.Default.Find(MessageWord.Read(message), _ => false) is { Move: ConversationMove.Farewell };
    }

    /// <summary>The turn that an answer makes.</summary>
    /// <param name="answer">The answer.</param>
    public static ConversationTurn TurnOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = answer.Sentences.Count > 0 ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : null;
        return new ConversationTurn(answer.Question, answer.Status == AnswerStatus.Conversation ? answer.Lead : text);
    }
}
