using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>A question with the turns before it.</summary>
/// <param name="Question">The question; not blank.</param>
public sealed record AnswerRequest(string Question)
{
    /// <summary>Earlier turns of the conversation, oldest first; empty by default.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>Whether an answer is given however unlikely it is to be one, as for measuring what refusing is worth. Default false.</summary>
    public bool NeverRefuse { get; init; }

    /// <summary>Who writes the answer. Default <see cref="AnswerMode.Automatic"/>.</summary>
    public AnswerMode Mode { get; init; }

    /// <summary>The language model that writes the answer, one of those that <c>Chat:Model</c> and <c>Chat:Models</c> name; null, the default, for <c>Chat:Model</c>. Nothing is asked of it when the documents are quoted.</summary>
    public string? Model { get; init; }

    /// <summary>
    /// The kind of answer that is wanted; null, the default, for the kind that the question is read to ask for. It is then always a question to the
    /// documents, however much it sounds like small talk. Where no answer of the kind can be made, it is answered as any other and a note says so.
    /// Not <see cref="QuestionKind.Conversation"/>.
    /// </summary>
    public QuestionKind? Kind { get; init; }

    /// <summary>Which documents are asked; null, the default, for all.</summary>
    public CorpusFilter? Filter { get; init; }

    /// <summary>How many passages to retrieve, 1 to 200; null, the default, for <see cref="RetrievalOptions.Limit"/>.</summary>
    public int? PassageLimit { get; init; }
}

/// <summary>Who writes an answer.</summary>
public enum AnswerMode
{
    /// <summary>The language model when one is configured, the documents' own sentences otherwise or when it fails.</summary>
    Automatic,

    /// <summary>The documents' own sentences.</summary>
    Extractive,

    /// <summary>The language model; its failure is an error.</summary>
    Generative,
}

/// <summary>An earlier question and what was answered.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Answer">The answer's text; null when there was none.</param>
public sealed record ConversationTurn(string Question, string? Answer = null);
