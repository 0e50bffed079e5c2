using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Embedding;

/// <summary>Embeds with any OpenAI-compatible service, in batches, with retries. Vectors come back with length 1.</summary>
internal sealed class RemoteEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingOptions _options;
    private readonly EmbeddingService _service;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly EmbeddingIdentity _identity;

    /// <param name="options">With <see cref="EmbeddingOptions.Endpoint"/> and <see cref="EmbeddingOptions.Model"/> set.</param>
    /// <param name="http">Sends the requests; its own time-out should not be shorter than the options'.</param>
    public RemoteEmbeddingGenerator(EmbeddingOptions options, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(options.Endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Model);
        _options = options;
        _service = new EmbeddingService(options, http);
        _metadata = new EmbeddingGeneratorMetadata("openai", options.Endpoint, options.Model, options.Dimensions);
        _identity = new EmbeddingIdentity(
            options.Model
            + (options.Dimensions is { } dimensions ? $"/{dimensions}" : "")
            + (options.DocumentPrefix.Length > 0 ? $" ({options.DocumentPrefix.Trim()})" : ""));
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prefix = options.GetPurpose() == EmbeddingPurpose.Query ? _options.QueryPrefix : _options.DocumentPrefix;
        var result = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Select(value => prefix + value).Chunk(_options.BatchSize))
        {
            result.AddRange(await GenerateBatchAsync(batch, cancellationToken).ConfigureAwait(false));
        }

        return result;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType == typeof(EmbeddingIdentity) ? _identity
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The HttpClient belongs to its factory.
    }

    private async Task<IEnumerable<Embedding<float>>> GenerateBatchAsync(string[] batch, CancellationToken cancellationToken)
    {
        IReadOnlyList<float[]> vectors;
        try
        {
            vectors = await _service.EmbedAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && EmbeddingException.From(_options, e) is { } expected)
        {
            throw expected;
        }

        if (vectors.Count != batch.Length || vectors.Any(vector => vector.Length == 0 || vector.Length != vectors[0].Length))
        {
            throw EmbeddingException.BadAnswer(_options, $"it returned {vectors.Count} vectors for {batch.Length} texts, or vectors of different lengths");
        }

        return vectors.Select(vector => new Embedding<float>(Normalize(vector)) { ModelId = _options.Model });
    }

    private float[] Normalize(float[] vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(norm) || norm == 0)
        {
            throw EmbeddingException.BadAnswer(_options, "a vector is zero or not a number");
        }

        TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }
}
