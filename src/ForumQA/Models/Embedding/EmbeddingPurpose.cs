using Microsoft.Extensions.AI;

namespace ForumQA.Models.Embedding;

/// <summary>What a text is embedded for. Retrieval models treat questions and documents differently.</summary>
public enum EmbeddingPurpose
{
    /// <summary>A passage to be stored.</summary>
    Document,

    /// <summary>A question to search with.</summary>
    Query,
}

/// <summary>Carries the purpose through <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>, which has no place of its own for it.</summary>
public static class EmbeddingPurposes
{
    private const string Key = "forumqa.purpose";

    private static readonly EmbeddingGenerationOptions DocumentOptions = Create(EmbeddingPurpose.Document);
    private static readonly EmbeddingGenerationOptions QueryOptions = Create(EmbeddingPurpose.Query);

    /// <summary>Options that name a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public static EmbeddingGenerationOptions ToOptions(this EmbeddingPurpose purpose) =>
        (purpose == EmbeddingPurpose.Query ? QueryOptions : DocumentOptions).Clone();

    /// <summary>The purpose that options name; <see cref="EmbeddingPurpose.Document"/> when they name none.</summary>
    /// <param name="options">The options; may be null.</param>
    public static EmbeddingPurpose GetPurpose(this EmbeddingGenerationOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out EmbeddingPurpose purpose) == true ? purpose : EmbeddingPurpose.Document;

    private static EmbeddingGenerationOptions Create(EmbeddingPurpose purpose) =>
        new() { AdditionalProperties = new AdditionalPropertiesDictionary { [Key] = purpose } };
}
