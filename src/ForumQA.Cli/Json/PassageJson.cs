using ForumQA.Retrieval;

namespace ForumQA.Cli.Json;

/// <summary>A retrieved passage.</summary>
internal sealed record PassageJson
{
    public required string PassageId { get; init; }

    public required string DocumentId { get; init; }

    public required string DocumentTitle { get; init; }

    public required string DocumentUri { get; init; }

    public required string? Heading { get; init; }

    public required int? Page { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required double Score { get; init; }

    public required double LexicalScore { get; init; }

    public required double VectorScore { get; init; }

    public required string Text { get; init; }

    public static PassageJson From(Evidence evidence) => new()
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
