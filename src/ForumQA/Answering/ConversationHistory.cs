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
        return MoveReader.Read(message, words => MoveLexicon.Default.Find(words, _ => true)) is { Move: ConversationMove.Farewell };
    }

    /// <summary>The turn that an answer makes.</summary>
    /// <param name="answer">The answer.</param>
    public static ConversationTurn TurnOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = answer.Sentences.Count > 0 ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : null;

        // "The second one" is told by the order in which the lead names them.
        text = text is not null && answer.Lead is not null && answer.Sentences.Any(sentence => sentence.Group is not null) ? $"{answer.Lead}\n{text}" : text;
        return new ConversationTurn(answer.Question, answer.Status == AnswerStatus.Conversation ? answer.Lead : text);
    }
}
