using ForumQA.Answering;

namespace ForumQA.Hosting.Json;

/// <summary>An answer as every shell gives it in JSON.</summary>
public record AnswerJson
{
    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question that was searched for: the one asked, completed from the conversation.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>Whether the documents answer it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>What was asked for, as it was understood.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>What ForumQA says itself before the sentences; all of the answer when the status is <c>conversation</c>; null when there is nothing. It may have several lines.</summary>
    public required string? Lead { get; init; }

    /// <summary>How likely it is that the documents answer the question, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The sentences in reading order; empty when nothing was found.</summary>
    public required IReadOnlyList<SentenceJson> Sentences { get; init; }

    /// <summary>The citations of all sentences, each once, by number.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Why nothing was found, or why the answer is in doubt; null when it is answered.</summary>
    public required AbstentionJson? Abstention { get; init; }

    /// <summary>What happened on the way that a reader should know, such as a model that failed.</summary>
    public required IReadOnlyList<AnswerNote> Notes { get; init; }

    /// <summary>The language model that wrote the sentences; null when they are quoted from the documents.</summary>
    public required string? Model { get; init; }

    /// <summary>The hash of the prompt the model was asked with; null without a model.</summary>
    public required string? PromptHash { get; init; }

    /// <summary>The tokens that the model took; null without a model or when its service does not tell.</summary>
    public required TokenUsage? Usage { get; init; }

    /// <summary>The passages that were considered, best first.</summary>
    public required IReadOnlyList<PassageJson> Evidence { get; init; }

    /// <summary>The JSON of an answer.</summary>
    /// <param name="answer">The answer.</param>
    public static AnswerJson From(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerJson
        {
            Question = answer.Question,
            StandaloneQuestion = answer.StandaloneQuestion,
            Status = answer.Status,
            Kind = answer.Kind,
            Lead = answer.Lead,
            Score = answer.Score,
            Sentences = [.. answer.Sentences.Select(SentenceJson.From)],
            Citations = answer.Citations,
            Abstention = AbstentionJson.From(answer.Abstention),
            Notes = answer.Notes,
            Model = answer.Model,
            PromptHash = answer.PromptHash,
            Usage = answer.Usage,
            Evidence = [.. answer.Evidence.Select(PassageJson.From)],
        };
    }
}

/// <summary>A sentence with the numbers of its citations.</summary>
public sealed record SentenceJson
{
    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>What it is listed under, such as a side of a comparison; null when the answer has no parts. Sentences of a group stand together.</summary>
    public required string? Group { get; init; }

    /// <summary>What the verifier found.</summary>
    public required Support Support { get; init; }

    /// <summary>The numbers of the citations it rests on.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>Markers that a model wrote and that name no passage it was given; they were dropped.</summary>
    public required IReadOnlyList<int> UnknownMarkers { get; init; }

    /// <summary>The sentence in the language of the documents, when the text is its translation; null otherwise.</summary>
    public required string? Original { get; init; }

    /// <summary>The JSON of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    public static SentenceJson From(AnswerSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new SentenceJson
        {
            Text = sentence.Text,
            Group = sentence.Group,
            Support = sentence.Support,
            Citations = [.. sentence.Citations.Select(citation => citation.Number)],
            UnknownMarkers = sentence.UnknownMarkers,
            Original = sentence.Original,
        };
    }
}

/// <summary>Why there is no answer, or a doubtful one.</summary>
public sealed record AbstentionJson
{
    /// <summary>One sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>How likely it is that the documents answer the question, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The score under which ForumQA does not answer.</summary>
    public required double Threshold { get; init; }

    /// <summary>The words of the question that stand nowhere in the corpus.</summary>
    public required IReadOnlyList<string> UnmatchedTerms { get; init; }

    /// <summary>The passages that came nearest, best first.</summary>
    public required IReadOnlyList<PassageJson> Nearest { get; init; }

    /// <summary>The JSON of an abstention.</summary>
    /// <param name="abstention">The abstention; may be null.</param>
    public static AbstentionJson? From(Abstention? abstention) => abstention is null ? null : new AbstentionJson
    {
        Reason = abstention.Reason,
        Score = abstention.Score,
        Threshold = abstention.Threshold,
        UnmatchedTerms = abstention.UnmatchedTerms,
        Nearest = [.. abstention.Nearest.Select(PassageJson.From)],
    };
}
