using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ForumQA.Answering;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;
using ForumQA.Retrieval;

namespace ForumQA.Api.Answers;

/// <summary>A question.</summary>
internal sealed record AnswerBody
{
    /// <summary>The question; not blank.</summary>
    [Required]
    public string? Question { get; init; }

    /// <summary>The conversation it belongs to: its turns are the history, and the answer becomes one of them. Not together with history.</summary>
    public string? ConversationId { get; init; }

    /// <summary>An answer of the conversation whose place this one takes, as when a question is corrected: that one and those after it are deleted when this one is complete. Only with conversationId.</summary>
    public string? Replaces { get; init; }

    /// <summary>Earlier turns, oldest first, when the client keeps the conversation itself. The last fifty count.</summary>
    public IReadOnlyList<TurnBody>? History { get; init; }

    /// <summary>Which documents are asked; all when it is left out.</summary>
    public FilterBody? Filter { get; init; }

    /// <summary>How many passages are considered.</summary>
    [Range(1, RetrievalOptions.HighestLimit)]
    public int? Passages { get; init; }

    /// <summary>Who writes the answer: the language model when there is one (automatic), the documents' own sentences (extractive), or the language model and nobody else (generative).</summary>
    [DefaultValue(AnswerMode.Automatic)]
    public AnswerMode? Mode { get; init; }

    /// <summary>The language model that writes the answer, one of those that `/v1/about` lists; the first of them when it is left out.</summary>
    public string? Model { get; init; }

    /// <summary>The kind of answer that is wanted; the one that the question asks for when it is left out. Not conversation.</summary>
    public QuestionKind? Kind { get; init; }

    /// <summary>The request to the library.</summary>
    /// <exception cref="RequestException">Something is missing, too long or out of range.</exception>
    public AnswerRequest ToRequest(LimitOptions limits)
    {
        var question = RequireQuestion(Question, "question", limits);
        if (ConversationId is not null && History is not null)
        {
            throw Invalid("history", "Send either 'conversationId' or 'history': the service knows the history of its own conversations.");
        }

        if (Replaces is not null && ConversationId is null)
        {
            throw Invalid("replaces", "Send 'conversationId' too: an answer takes another's place in a conversation only.");
        }

        if (History?.Count > limits.HistoryTurns)
        {
            throw Invalid("history", $"The history is longer than {limits.HistoryTurns} turns. Send the latest ones.");
        }

        if (Passages is < 1 or > RetrievalOptions.HighestLimit)
        {
            throw Invalid("passages", $"'passages' is a number from 1 to {RetrievalOptions.HighestLimit}.");
        }

        if (Kind == QuestionKind.Conversation)
        {
            throw Invalid("kind", "'kind' cannot be conversation: small talk is recognised by itself. Leave it out.");
        }

        return new AnswerRequest(question)
        {
            History = [.. (History ?? []).Select(TurnOf).TakeLast(ConversationHistory.MaxTurns)],
            Filter = Filter?.ToFilter(),
            PassageLimit = Passages,
            Mode = Mode ?? AnswerMode.Automatic,
            Model = Model,
            Kind = Kind,
        };
    }

    /// <exception cref="RequestException">It is blank or too long.</exception>
    public static string RequireQuestion(string? text, string field, LimitOptions limits)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RequestException(ProblemKind.QuestionEmpty, $"'{field}' is missing or blank. Put the question there.", field);
        }

        return text.Length <= limits.QuestionLength
            ? text.Trim()
            : throw new RequestException(
                ProblemKind.QuestionTooLong, $"'{field}' has {text.Length} characters; this service takes {limits.QuestionLength}. Ask more briefly.", field);
    }

    private static ConversationTurn TurnOf(TurnBody? turn, int i) => string.IsNullOrWhiteSpace(turn?.Question)
        ? throw Invalid($"history[{i}].question", $"The turn {i} of 'history' has no question.")
        : new ConversationTurn(turn.Question.Trim(), turn.Answer);

    private static RequestException Invalid(string field, string message) => new(ProblemKind.FieldInvalid, message, field);
}

/// <summary>An earlier question and what was answered.</summary>
internal sealed record TurnBody
{
    /// <summary>The question as asked.</summary>
    [Required]
    public string? Question { get; init; }

    /// <summary>The answer's text; left out when there was none.</summary>
    public string? Answer { get; init; }
}

/// <summary>Narrows a question to some of the documents. What is left out does not narrow.</summary>
internal sealed record FilterBody
{
    /// <summary>Ids of documents; a document must be one of them.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Names and values of metadata; a document must have them all. Case does not count.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <exception cref="RequestException">It holds null where a text belongs.</exception>
    public CorpusFilter ToFilter()
    {
        // What is declared as a text may still be null in a list that was read from JSON.
        return Documents?.Contains(null!) == true || Metadata?.Values.Contains(null!) == true
            ? throw new RequestException(ProblemKind.FieldInvalid, "'filter' takes texts only: ids of documents, names and values of metadata.", "filter")
            : new CorpusFilter { Documents = Documents ?? [], Metadata = Metadata ?? new Dictionary<string, string>() };
    }
}
