using System.Collections.Concurrent;
using ForumQA.Models.Embedding;
using Microsoft.Extensions.AI;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>Embeds each text once, however many indexes and questions want it.</summary>
internal sealed class KeptEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ConcurrentDictionary<(EmbeddingPurpose Purpose, string Text), Embedding<float>> _kept = [];
    private readonly ConcurrentDictionary<string, string> _meant = new(StringComparer.Ordinal);

    /// <summary>From now on a text has the vector of another.</summary>
    public void Mean(string text, string other) => _meant[text] = other;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var purpose = options.GetPurpose();
        var texts = values.Select(text => _meant.GetValueOrDefault(text, text)).ToList();
        var missing = texts.Where(text => !_kept.ContainsKey((purpose, text))).Distinct().ToList();
        var made = missing.Count == 0 ? [] : await inner.GenerateAsync(missing, options, cancellationToken).ConfigureAwait(false);
        foreach (var (text, embedding) in missing.Zip(made))
        {
            _kept[(purpose, text)] = embedding;
        }

        return [.. texts.Select(text => _kept[(purpose, text)])];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose() => inner.Dispose();
}
