namespace ForumQA.Answering;

/// <summary>A question with the turns before it.</summary>
/// <param name="Question">The question; not blank.</param>
public sealed record AnswerRequest(string Question)
{
    /// <summary>Earlier turns of the conversation, oldest first; empty by default.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>Whether an answer is given however unlikely it is to be one, as for measuring what refusing is worth. Default false.</summary>
    public bool NeverRefuse { get; init; }
}

/// <summary>An earlier question and what was answered.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Answer">The answer's text; null when there was none.</param>
public sealed record ConversationTurn(string Question, string? Answer = null);
