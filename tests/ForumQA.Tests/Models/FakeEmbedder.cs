using ForumQA.Models.Embedding;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models;

/// <summary>Embeds a text as its letter counts: deterministic, and near for texts that look alike.</summary>
public sealed class FakeEmbedder(string model = "letters", int dimensions = 26) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Every text embedded so far.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>Called before each request; throws to play a service that fails.</summary>
    public Action<int> OnRequest { get; set; } = _ => { };

    public int Requests { get; private set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnRequest(++Requests);
        var texts = values.ToList();
        Embedded.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Embed(text)))));
    }

    /// <summary>Whether it plays a model in this process, which reads sentences too.</summary>
    public bool IsInProcess { get; init; }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingIdentity) ? new EmbeddingIdentity(model)
        : serviceType == typeof(InProcess) && IsInProcess ? InProcess.Mark
        : null;

    public void Dispose()
    {
    }

    private float[] Embed(string text)
    {
        var vector = new float[dimensions];
        foreach (var letter in text.ToLowerInvariant().Where(char.IsAsciiLetter))
        {
            vector[(letter - 'a') % dimensions]++;
        }

        return vector;
    }
}
