using System.Text.Json.Serialization;
using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Whether the corpus answered a question.</summary>
public enum AnswerStatus
{
    /// <summary>The documents answer the question.</summary>
    Answered,

    /// <summary>The documents touch the question; whether they answer it is doubtful, or a part is missing.</summary>
    Partial,

    /// <summary>The documents do not answer it; see <see cref="Answer.Abstention"/>.</summary>
    NotFound,

    /// <summary>Small talk, or a question about ForumQA, the conversation or which documents there are: nothing was looked up, <see cref="Answer.Lead"/> is the answer.</summary>
    Conversation,
}

/// <summary>What the verifier found for one sentence.</summary>
public enum Support
{
    /// <summary>Its citations carry all of it.</summary>
    Supported,

    /// <summary>Its citations carry a part of it.</summary>
    Partial,

    /// <summary>No citation carries it.</summary>
    Unsupported,
}

/// <summary>An answer: sentences in order, each with its citations and its support.</summary>
public sealed record Answer
{
    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question that was searched for: the one asked, completed from the conversation. By default <see cref="Question"/>.</summary>
    public string StandaloneQuestion { get => field ?? Question; init; }

    /// <summary>How long it took.</summary>
    [JsonIgnore]
    public StageTimes Times { get; init; } = new();

    /// <summary>Whether the corpus answered it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>What was asked for, as it was understood.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>
    /// What ForumQA says itself before the quotations, such as "Yes." or "9 statements in 3 documents:"; all of the answer when <see cref="Status"/>
    /// is <see cref="AnswerStatus.Conversation"/>; null when the quotations speak for themselves. It may have several lines and claims nothing
    /// about the subject that the quotations do not.
    /// </summary>
    public string? Lead { get; init; }

    /// <summary>How likely it is that the corpus answers the question, 0 to 1; what is refused depends on it.</summary>
    public double Score { get; init; }

    /// <summary>The sentences in reading order; empty when nothing was found, but for unsupported ones that <see cref="Generation.UnsupportedPolicy.Flag"/> keeps.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>Why nothing was found, or why the answer is in doubt; null when <see cref="Status"/> is <see cref="AnswerStatus.Answered"/>.</summary>
    public Abstention? Abstention { get; init; }

    /// <summary>The passages that were considered, best first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What happened on the way that a reader should know, such as a model that failed; empty when all went as usual.</summary>
    public IReadOnlyList<AnswerNote> Notes { get; init; } = [];

    /// <summary>The language model that wrote the sentences, as its service names it; null when they are quoted from the documents.</summary>
    public string? Model { get; init; }

    /// <summary>The <see cref="Prompts.Prompt.Hash"/> of the prompt it was asked with; null without a model.</summary>
    public string? PromptHash { get; init; }

    /// <summary>What all requests to the model took; null without a model or when its service does not tell.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The citations of all sentences, each once, by number.</summary>
    public IReadOnlyList<Citation> Citations =>
        [.. Sentences.SelectMany(s => s.Citations).DistinctBy(c => c.Number).OrderBy(c => c.Number)];
}

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Citations">What it rests on; never empty when it is supported.</param>
/// <param name="Support">What the verifier found.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<Citation> Citations, Support Support)
{
    /// <summary>What it is listed under: a side of a comparison, a document of a summary, an item of a list; null when the answer has no parts. Sentences of a group stand together.</summary>
    public string? Group { get; init; }

    /// <summary>Markers that a model wrote and that name no passage it was given, such as 99; they were dropped.</summary>
    public IReadOnlyList<int> UnknownMarkers { get; init; } = [];

    /// <summary>The sentence in the language of the documents, which is what was verified, when <see cref="Text"/> is its translation; null otherwise.</summary>
    public string? Original { get; init; }
}

/// <summary>Something a reader of an answer should know.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>model-unavailable</c>.</param>
/// <param name="Message">For people.</param>
public sealed record AnswerNote(string Code, string Message);

/// <summary>Tokens of a language model.</summary>
/// <param name="Input">Read by it.</param>
/// <param name="Output">Written by it.</param>
public sealed record TokenUsage(long Input, long Output)
{
    /// <summary>Both together of two.</summary>
    public static TokenUsage operator +(TokenUsage first, TokenUsage second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new TokenUsage(first.Input + second.Input, first.Output + second.Output);
    }

    /// <summary>The same as the operator.</summary>
    public TokenUsage Add(TokenUsage other) => this + other;
}

/// <summary>A quotation from a document, <c>[Start, End)</c> of its canonical text.</summary>
public sealed record Citation
{
    /// <summary>As printed beside the sentence, from 1 in the order of first use.</summary>
    public required int Number { get; init; }

    /// <summary>The <see cref="Document.Id"/>.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>The document's URI.</summary>
    public required string DocumentUri { get; init; }

    /// <summary>The <see cref="Passage.Id"/> that was retrieved.</summary>
    public required string PassageId { get; init; }

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

    /// <summary>Whether a model cited another passage, or none, and ForumQA found that this one carries the sentence.</summary>
    public bool Corrected { get; init; }

    /// <summary>Whether the quotation stands in this place.</summary>
    /// <param name="text">The <see cref="Document.Text"/> of its document, which may have changed since.</param>
    public bool StandsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return End - Start == Quotation.Length && Document.StandsAt(text, Quotation, Start);
    }
}

/// <summary>Why a question was not answered, or not with certainty.</summary>
public sealed record Abstention
{
    /// <summary>One sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>How likely it is that the corpus answers the question, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The score under which ForumQA does not answer.</summary>
    public required double Threshold { get; init; }

    /// <summary>The words of the question that stand nowhere in the corpus, as asked.</summary>
    public IReadOnlyList<string> UnmatchedTerms { get; init; } = [];

    /// <summary>The passages that came nearest, best first.</summary>
    public IReadOnlyList<Evidence> Nearest { get; init; } = [];
}
