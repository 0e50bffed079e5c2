using ForumQA.Ingestion;
using ForumQA.Models.Endpoints;

namespace ForumQA.Cli.Json;

/// <summary>What an index is, whether it is sound, and whether it is up to date. What <c>status --json</c> prints.</summary>
internal sealed record StatusJson
{
    public required string Index { get; init; }

    public required long Bytes { get; init; }

    public required string? Corpus { get; init; }

    public required int Documents { get; init; }

    public required int Passages { get; init; }

    public required int Vectors { get; init; }

    public required string? EmbeddingModel { get; init; }

    public required int? Dimensions { get; init; }

    public required int Schema { get; init; }

    public required string? Chunking { get; init; }

    /// <summary>Null when the corpus cannot be compared, because it is not there or not the one the index was made from.</summary>
    public required CorpusChanges? Changes { get; init; }

    /// <summary>The service of the model that writes answers; null when none is configured.</summary>
    public required EndpointReport? ChatEndpoint { get; init; }

    /// <summary>The further models there that a question may ask for.</summary>
    public required IReadOnlyList<EndpointReport> FurtherModels { get; init; }

    /// <summary>The service of the embedding model; null with the built-in model.</summary>
    public required EndpointReport? EmbeddingEndpoint { get; init; }

    public required bool Ok { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }
}
