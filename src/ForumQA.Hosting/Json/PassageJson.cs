using ForumQA.Retrieval;

namespace ForumQA.Hosting.Json;

/// <summary>A retrieved passage.</summary>
public sealed record PassageJson
{
    /// <summary>Unique within the index.</summary>
    public required string PassageId { get; init; }

    /// <summary>The document it belongs to.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Where a reader finds the document.</summary>
    public required string DocumentUri { get; init; }

    /// <summary>The headings it stands under; null when there are none.</summary>
    public required string? Heading { get; init; }

    /// <summary>The page it starts on, from 1; null when the format has none.</summary>
    public required int? Page { get; init; }

    /// <summary>Where it starts in the document's text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>What it is ranked by; comparable only within one search.</summary>
    public required double Score { get; init; }

    /// <summary>Its score in the lexical leg, 0 to 1.</summary>
    public required double LexicalScore { get; init; }

    /// <summary>Its score in the vector leg, 0 to 1.</summary>
    public required double VectorScore { get; init; }

    /// <summary>Its words, verbatim.</summary>
    public required string Text { get; init; }

    /// <summary>The JSON of a passage.</summary>
    /// <param name="evidence">The passage with its scores.</param>
    public static PassageJson From(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new PassageJson
        {
            PassageId = evidence.Passage.Id,
            DocumentId = evidence.Passage.DocumentId,
            DocumentTitle = evidence.DocumentTitle,
            DocumentUri = evidence.DocumentUri,
            Heading = evidence.Passage.Heading,
            Page = evidence.Passage.Page,
            Start = evidence.Passage.Start,
            End = evidence.Passage.End,
            Score = evidence.Score,
            LexicalScore = evidence.LexicalScore,
            VectorScore = evidence.VectorScore,
            Text = evidence.Passage.Text,
        };
    }
}
