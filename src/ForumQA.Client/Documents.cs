using System.Text.Json.Serialization;

namespace ForumQA.Client;

/// <summary>A conversation.</summary>
public sealed record Conversation
{
    /// <summary>Goes along with its questions.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; null before the first question of one that was given no title.</summary>
    public string? Title { get; init; }

    /// <summary>How many answers it has.</summary>
    public int Answers { get; init; }
}

/// <summary>Some of the documents.</summary>
public sealed record DocumentPage
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>Those asked for.</summary>
    public required IReadOnlyList<DocumentSummary> Documents { get; init; }

    /// <summary>To be given for the next ones; null when these are the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A document as listed.</summary>
public sealed record DocumentSummary
{
    /// <summary>Its path in the corpus folder, with forward slashes.</summary>
    public required string Id { get; init; }

    /// <summary>What a reader would call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where a reader finds the original.</summary>
    public required string Uri { get; init; }

    /// <summary>What else is known of it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>A document with its text.</summary>
public sealed record Document
{
    /// <summary>Its path in the corpus folder, with forward slashes.</summary>
    public required string Id { get; init; }

    /// <summary>What a reader would call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where a reader finds the original.</summary>
    public required string Uri { get; init; }

    /// <summary>Plain text, into which all offsets point.</summary>
    public required string Text { get; init; }

    /// <summary>What else is known of it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>A checked text.</summary>
public sealed record CheckedText
{
    /// <summary>The sentences in order.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The citations of all claims, each once, by number.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }
}

/// <summary>A sentence of a checked text.</summary>
public sealed record Claim
{
    /// <summary>Its words as they stand in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it starts in the text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>What the documents say of it.</summary>
    public required ClaimVerdict Verdict { get; init; }

    /// <summary>The numbers of the citations that say it, or a part of it.</summary>
    public IReadOnlyList<int> Citations { get; init; } = [];

    /// <summary>What contradicts it.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];
}

/// <summary>What a document says in place of what was claimed.</summary>
/// <param name="Kind">In what they differ, such as <c>date</c>.</param>
/// <param name="Claimed">The claim's words; null when only the document has such a word.</param>
/// <param name="Stated">The document's words; null when only the claim has such a word.</param>
/// <param name="Citation">The number of the citation that says so.</param>
public sealed record Conflict(string Kind, string? Claimed, string? Stated, int Citation);

/// <summary>What documents say of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>They say it.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>They say a part of it.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>They say otherwise.</summary>
    [JsonStringEnumMemberName("contradicted")]
    Contradicted,

    /// <summary>They do not speak of it.</summary>
    [JsonStringEnumMemberName("notFound")]
    NotFound,

    /// <summary>It claims nothing.</summary>
    [JsonStringEnumMemberName("nothingToCheck")]
    NothingToCheck,
}

/// <summary>What a search found.</summary>
internal sealed record SearchResult(IReadOnlyList<Passage> Results);
