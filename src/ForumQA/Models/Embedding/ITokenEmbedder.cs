namespace ForumQA.Models.Embedding;

/// <summary>Gives a vector for each token of a text, for comparing texts word by word by meaning. A generator that can gives it as a service.</summary>
internal interface ITokenEmbedder
{
    /// <summary>The vectors of the tokens of each text, in the order of the texts.</summary>
    /// <param name="texts">The texts; those too long for the model are read in windows.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<TokenVectors>> EmbedTokensAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken);
}
