using System.Text.Json.Serialization;

namespace ForumQA.Client;

/// <summary>A question.</summary>
/// <param name="Text">The question; not blank.</param>
public sealed record Question([property: JsonPropertyName("question")] string Text)
{
    /// <summary>The conversation it belongs to; null for none. Not together with <see cref="History"/>.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Earlier turns, oldest first, when the client keeps the conversation itself; null for none.</summary>
    public IReadOnlyList<Turn>? History { get; init; }

    /// <summary>Which documents are asked; null for all.</summary>
    public QuestionFilter? Filter { get; init; }

    /// <summary>How many passages are considered; null for the service's own number.</summary>
    public int? Passages { get; init; }

    /// <summary>Who writes the answer; null for the language model when the service has one.</summary>
    public AnswerMode? Mode { get; init; }

    /// <summary>The language model that writes the answer, one of those that the service offers; null for its default.</summary>
    public string? Model { get; init; }

    /// <summary>The kind of answer that is wanted, such as <c>list</c>; null for the one that the question asks for.</summary>
    public string? Kind { get; init; }

    /// <summary>Makes a question of its words.</summary>
    public static implicit operator Question(string text) => new(text);

    /// <summary>Makes a question of its words.</summary>
    /// <param name="text">The question.</param>
    public static Question FromString(string text) => new(text);
}

/// <summary>An earlier question and what was answered.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Answer">The answer's text; null when there was none.</param>
public sealed record Turn(string Question, string? Answer = null);

/// <summary>Narrows a question to some of the documents. What is null does not narrow.</summary>
public sealed record QuestionFilter
{
    /// <summary>Ids of documents; a document must be one of them.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Names and values of metadata; a document must have them all. Case does not count.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Who writes an answer.</summary>
public enum AnswerMode
{
    /// <summary>The language model when there is one, the documents' own sentences otherwise.</summary>
    [JsonStringEnumMemberName("automatic")]
    Automatic,

    /// <summary>The documents' own sentences.</summary>
    [JsonStringEnumMemberName("extractive")]
    Extractive,

    /// <summary>The language model and nobody else.</summary>
    [JsonStringEnumMemberName("generative")]
    Generative,
}

/// <summary>The body of a request for a conversation.</summary>
internal sealed record ConversationRequest(string? Title);

/// <summary>The body of a request for a check.</summary>
internal sealed record CheckRequest(string Text, QuestionFilter? Filter);
