using ForumQA.Answering;
using ForumQA.Answering.Checking;

namespace ForumQA.Hosting.Json;

/// <summary>A checked text as every shell gives it in JSON.</summary>
public sealed record CheckJson
{
    /// <summary>How many claims the documents support.</summary>
    public required int Supported { get; init; }

    /// <summary>How many they support in part.</summary>
    public required int Partial { get; init; }

    /// <summary>How many they contradict.</summary>
    public required int Contradicted { get; init; }

    /// <summary>How many they do not have.</summary>
    public required int NotFound { get; init; }

    /// <summary>How many sentences claim nothing that documents could say.</summary>
    public required int NothingToCheck { get; init; }

    /// <summary>The sentences in order.</summary>
    public required IReadOnlyList<ClaimJson> Claims { get; init; }

    /// <summary>The citations of all claims, of what contradicts them too, each once, by number.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The JSON of a checked text.</summary>
    /// <param name="text">The text.</param>
    public static CheckJson From(CheckedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CheckJson
        {
            Supported = text.Count(ClaimVerdict.Supported),
            Partial = text.Count(ClaimVerdict.Partial),
            Contradicted = text.Count(ClaimVerdict.Contradicted),
            NotFound = text.Count(ClaimVerdict.NotFound),
            NothingToCheck = text.Count(ClaimVerdict.NothingToCheck),
            Claims = [.. text.Claims.Select(ClaimJson.From)],
            Citations = text.Citations,
        };
    }
}

/// <summary>A sentence of a checked text with the numbers of its citations.</summary>
public sealed record ClaimJson
{
    /// <summary>Its words as they stand in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it starts in the text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>What it does; only a <c>statement</c> is checked.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What the documents say of it.</summary>
    public required ClaimVerdict Verdict { get; init; }

    /// <summary>The numbers of the citations that say it, or a part of it.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>What contradicts it; empty unless the verdict is <c>contradicted</c>.</summary>
    public required IReadOnlyList<ConflictJson> Conflicts { get; init; }

    /// <summary>Its words that stand in no document; empty where it was found.</summary>
    public required IReadOnlyList<string> UnmatchedTerms { get; init; }

    /// <summary>The JSON of a claim.</summary>
    /// <param name="claim">The claim.</param>
    public static ClaimJson From(CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ClaimJson
        {
            Text = claim.Text,
            Start = claim.Start,
            End = claim.End,
            Kind = claim.Kind,
            Verdict = claim.Verdict,
            Citations = [.. claim.Citations.Select(citation => citation.Number)],
            Conflicts = [.. claim.Conflicts.Select(conflict => new ConflictJson(conflict.Kind, conflict.Claimed, conflict.Stated, conflict.Citation.Number))],
            UnmatchedTerms = claim.UnmatchedTerms,
        };
    }
}

/// <summary>What a document says in place of what was claimed.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Claimed">The claim's words; null when only the document has such a word.</param>
/// <param name="Stated">The document's words in their place; null when only the claim has such a word.</param>
/// <param name="Citation">The number of the citation that says so.</param>
public sealed record ConflictJson(ConflictKind Kind, string? Claimed, string? Stated, int Citation);
