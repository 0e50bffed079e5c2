using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Chat;

/// <summary>What was said so far, as much of it as goes along with the next question.</summary>
/// <param name="filter">Which documents are asked; null for all.</param>
internal sealed class Conversation(CorpusFilter? filter = null)
{
    /// <summary>Follow-up questions seldom reach further back, and a model pays for every turn.</summary>
    public const int MaxTurns = 10;

    private readonly Queue<ConversationTurn> _turns = new();

    /// <summary>Null before the first answer and after <see cref="Clear"/>.</summary>
    public Answer? LastAnswer { get; private set; }

    public AnswerRequest Ask(string question) => new(question) { History = [.. _turns], Filter = filter };

    public void Add(Answer answer)
    {
        LastAnswer = answer;
        var text = answer.Sentences.Count > 0 ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : null;
        _turns.Enqueue(new ConversationTurn(answer.Question, text));
        if (_turns.Count > MaxTurns)
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
