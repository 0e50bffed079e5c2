using ForumQA.Models.Embedding;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models;

/// <summary>Plays the built-in model: a text is as near to every question as a test says, and all words of English are known.</summary>
/// <param name="cosine">Of a question and a passage, whose text follows its title and a blank line, or a sentence.</param>
public sealed class MeantEmbedder(Func<string, double> cosine) : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly KnownModel Known = new("English", _ => false);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(VectorOf(options.GetPurpose() == EmbeddingPurpose.Query ? 1 : cosine(text))))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingIdentity) ? new EmbeddingIdentity("meant")
        : serviceType == typeof(KnownModel) ? Known
        : serviceType == typeof(InProcess) ? InProcess.Mark
        : null;

    public void Dispose()
    {
    }

    private static float[] VectorOf(double cosine) => [(float)cosine, (float)Math.Sqrt(1 - (cosine * cosine))];
}
