using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Chat;

/// <summary>What was said so far, as much of it as goes along with the next question.</summary>
/// <param name="filter">Which documents are asked; null for all.</param>
internal sealed class Conversation(CorpusFilter? filter = null)
{
    private readonly Queue<ConversationTurn> _turns = new();

    /// <summary>Null before the first answer and after <see cref="Clear"/>.</summary>
    public Answer? LastAnswer { get; private set; }

    public AnswerRequest Ask(string question) => new(question) { History = [.. _turns], Filter = filter };

    public void Add(Answer answer)
    {
        LastAnswer = answer;
        _turns.Enqueue(ConversationHistory.TurnOf(answer));
        if (_turns.Count > ConversationHistory.MaxTurns)
        {
            _turns.Dequeue();
        }
    }

    public void Clear()
    {
        LastAnswer = null;
        _turns.Clear();
    }
}
