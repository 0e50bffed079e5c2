using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>How much an answer is asked to say.</summary>
internal enum AnswerLength
{
    /// <summary>As much as the question needs.</summary>
    Normal,

    /// <summary>Less than the last answer.</summary>
    Shorter,

    /// <summary>More than the last answer.</summary>
    Longer,

    /// <summary>One sentence.</summary>
    OneSentence,
}

/// <summary>A message as it is understood in its conversation: a question that can be searched for on its own, or one that is replied to without a search.</summary>
/// <param name="Asked">The message as sent.</param>
internal sealed record AskedQuestion(string Asked)
{
    /// <summary>The question, completed from the conversation, without what carries over.</summary>
    public required string Own { get; init; }

    /// <summary>Words of earlier turns it rests on; empty when it stands alone. They weigh less than its own.</summary>
    public IReadOnlyList<string> Carried { get; init; } = [];

    /// <summary>The question as a language model completed it; null when none did.</summary>
    public string? Rewritten { get; init; }

    /// <summary>What is searched for.</summary>
    public string Text => Rewritten ?? (Carried.Count == 0 ? Own : $"{Own} ({string.Join(' ', Carried)})");

    /// <summary>How much of <see cref="Text"/> was asked now, in UTF-16 code units; what follows was carried over.</summary>
    public int OwnLength => Rewritten?.Length ?? Own.Length;

    /// <summary>How much is to be said.</summary>
    public AnswerLength Length { get; init; }

    /// <summary>How many sentences are to be said at most; null when no number was given.</summary>
    public int? MostSentences { get; init; }

    /// <summary>Sentences already said that are not to be said again; empty but for "more".</summary>
    public IReadOnlyList<string> SkipSaid { get; init; } = [];

    /// <summary>Names of a list given before to which an answer is to keep; empty for no such limit.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>Names that were given before and are not to be given again; empty but for "who else".</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether it speaks to ForumQA or of who writes, so that a reply is better than a refusal when the documents know nothing of it.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The turns before it that were questions to the documents, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>The move it is; a move about the last answer is a question to the documents as well.</summary>
    public ConversationMove Move { get; init; }

    /// <summary>What the answer begins with, in words of ForumQA, such as "Once more:"; null for nothing.</summary>
    public string? Preface { get; init; }

    /// <summary>The whole answer, in words of ForumQA; null when the documents are asked.</summary>
    public string? Reply { get; init; }

    /// <summary>What it asks for, one after the other, as sent; the only one where it asks for one thing, and empty where it is no question of its own, such as "why?".</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>Whether a sentence is one of <see cref="SkipSaid"/>.</summary>
    public bool HasSaid(string sentence) => SkipSaid.Any(said => said.Contains(sentence[ListMarker.LengthIn(sentence)..], StringComparison.Ordinal));
}
