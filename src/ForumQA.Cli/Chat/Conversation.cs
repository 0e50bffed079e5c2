using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Chat;

/// <summary>What was said so far, as much of it as goes along with the next question.</summary>
/// <param name="filter">Which documents are asked; null for all.</param>
/// <param name="model">The language model that writes; null for the configured one.</param>
internal sealed class Conversation(CorpusFilter? filter = null, string? model = null)
{
    private readonly Queue<ConversationTurn> _turns = new();
    private readonly List<Answer> _answers = [];

    /// <summary>All that was answered since the beginning or <see cref="Clear"/>.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>Null before the first answer and after <see cref="Clear"/>.</summary>
    public Answer? LastAnswer => _answers.Count > 0 ? _answers[^1] : null;

    public AnswerRequest Ask(string question) => new(question) { History = [.. _turns], Filter = filter, Model = model };

    public void Add(Answer answer)
    {
        _answers.Add(answer);
        _turns.Enqueue(ConversationHistory.TurnOf(answer));
        if (_turns.Count > ConversationHistory.MaxTurns)
        {
            _turns.Dequeue();
        }
    }

    /// <summary>Takes the last answer back, so that its question can be asked again.</summary>
    /// <returns>The question; null when there is none.</returns>
    public string? TakeBack()
    {
        if (LastAnswer is not { } last)
        {
            return null;
        }

        _answers.RemoveAt(_answers.Count - 1);
        var turns = _turns.SkipLast(1).ToList();
        _turns.Clear();
        turns.ForEach(_turns.Enqueue);
        return last.Question;
    }

    public void Clear()
    {
        _answers.Clear();
        _turns.Clear();
    }
}
