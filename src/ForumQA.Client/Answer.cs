using System.Text.Json.Serialization;

namespace ForumQA.Client;

/// <summary>An answer: sentences, each with what it rests on, or why there is none.</summary>
public sealed record Answer
{
    /// <summary>Names the answer.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation it belongs to; null for none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question that was searched for: the one asked, completed from the conversation.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>Whether the documents answer it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>What was asked for, such as <c>fact</c>, <c>list</c> or <c>comparison</c>. There may be more in later versions.</summary>
    public required string Kind { get; init; }

    /// <summary>What ForumQA says itself before the sentences; all of the answer when it is conversation; null when there is nothing.</summary>
    public string? Lead { get; init; }

    /// <summary>How likely it is that the documents answer the question, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The sentences in reading order; empty when nothing was found.</summary>
    public required IReadOnlyList<AnswerSentence> Sentences { get; init; }

    /// <summary>The citations of all sentences, each once, by number.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Why nothing was found, or why the answer is in doubt; null when it is answered.</summary>
    public Abstention? Abstention { get; init; }

    /// <summary>What happened on the way that a reader should know.</summary>
    public IReadOnlyList<AnswerNote> Notes { get; init; } = [];

    /// <summary>The language model that wrote the sentences; null when they are quoted from the documents.</summary>
    public string? Model { get; init; }

    /// <summary>The passages that were considered, best first.</summary>
    public IReadOnlyList<Passage> Evidence { get; init; } = [];
}

/// <summary>Whether the documents answer a question.</summary>
public enum AnswerStatus
{
    /// <summary>They do.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>In part, or it is in doubt; <see cref="Answer.Abstention"/> says why.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>They do not; <see cref="Answer.Abstention"/> says why.</summary>
    [JsonStringEnumMemberName("notFound")]
    NotFound,

    /// <summary>Nothing was searched: it was small talk, or a question about the service or the conversation.</summary>
    [JsonStringEnumMemberName("conversation")]
    Conversation,
}

/// <summary>What a quotation does for a sentence.</summary>
public enum Support
{
    /// <summary>It says all of it.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>It says a part of it.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>It does not say it.</summary>
    [JsonStringEnumMemberName("unsupported")]
    Unsupported,
}

/// <summary>A sentence of an answer.</summary>
public sealed record AnswerSentence
{
    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>What it is listed under, such as a side of a comparison; null when the answer has no parts.</summary>
    public string? Group { get; init; }

    /// <summary>What the verifier found.</summary>
    public required Support Support { get; init; }

    /// <summary>The numbers of the citations it rests on.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>The sentence in the language of the documents, when the text is its translation; null otherwise.</summary>
    public string? Original { get; init; }
}

/// <summary>A quotation with the place where it stands.</summary>
public sealed record Citation
{
    /// <summary>As printed beside the sentence, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The document's id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Where a reader finds the document.</summary>
    public required string DocumentUri { get; init; }

    /// <summary>The words quoted: <c>document.Text[Start..End]</c>.</summary>
    public required string Quotation { get; init; }

    /// <summary>Where the quotation starts, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The headings it stands under; null when there are none.</summary>
    public string? Heading { get; init; }

    /// <summary>Its page, from 1; null when the format has none.</summary>
    public int? Page { get; init; }
}

/// <summary>Why there is no answer, or a doubtful one.</summary>
public sealed record Abstention
{
    /// <summary>One sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>The words of the question that stand nowhere in the documents.</summary>
    public IReadOnlyList<string> UnmatchedTerms { get; init; } = [];

    /// <summary>The passages that came nearest, best first.</summary>
    public IReadOnlyList<Passage> Nearest { get; init; } = [];
}

/// <summary>Something that happened on the way.</summary>
/// <param name="Code">Does not change, such as <c>kind-not-possible</c>.</param>
/// <param name="Message">For people.</param>
public sealed record AnswerNote(string Code, string Message);

/// <summary>A passage of a document.</summary>
public sealed record Passage
{
    /// <summary>Unique within the index.</summary>
    public required string PassageId { get; init; }

    /// <summary>The document's id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>The headings it stands under; null when there are none.</summary>
    public string? Heading { get; init; }

    /// <summary>The page it starts on, from 1; null when the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>Where it starts in the document's text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>What it is ranked by; comparable only within one search.</summary>
    public double Score { get; init; }

    /// <summary>Its words, verbatim.</summary>
    public required string Text { get; init; }
}
