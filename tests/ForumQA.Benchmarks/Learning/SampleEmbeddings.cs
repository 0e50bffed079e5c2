using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Text;
using Microsoft.Extensions.AI;

namespace ForumQA.Benchmarks.Learning;

/// <summary>
/// Stands for the built-in model on the sample: letter grams, at length 1, the same on every machine. The model's eight-bit products
/// are not: another processor may round them otherwise, by more than a check can let pass.
/// </summary>
internal sealed class SampleEmbeddings : IEmbeddingGenerator<string, Embedding<float>>, ICloseReader
{
    private const string Name = "sample-character-grams";

    private static readonly EmbeddingGeneratorMetadata Metadata = new("forumqa", null, Name, CharacterGramEmbeddingGenerator.Dimensions);
    private static readonly EmbeddingIdentity Identity = new(Name);
    private static readonly KnownModel Known = new("English", _ => false);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embed(text, options.GetPurpose())))));

    public Task<CloseReading> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken)
    {
        var asked = Words(question);
        return Task.FromResult(new CloseReading([.. asked.Select(Fold)], [.. sentences.Select(sentence => Compare(asked, Words(sentence.Text)))]));

        static List<float[]> Words(string text) => [.. Tokenizer.Tokenize(text).Select(word => SampleEmbeddings.Embed(word.Word.Folded, EmbeddingPurpose.Document))];
        static float[] Fold(float[] word) => [.. Enumerable.Range(0, TokenWeights.Dimensions).Select(i => word.Where((_, at) => at % TokenWeights.Dimensions == i).Sum())];
        static double[] Compare(List<float[]> asked, List<float[]> sentence) =>
            [.. asked.Select(word => Math.Round(sentence.Select(other => (double)TensorPrimitives.Dot<float>(word, other)).DefaultIfEmpty().Max(), 4))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
        : serviceType == typeof(EmbeddingIdentity) ? Identity
        : serviceType == typeof(KnownModel) ? Known

        // Whoever has this has vectors of sentences; learning asks for no more of it.
        : serviceType == typeof(InProcess) ? InProcess.Mark
        : serviceType == typeof(ICloseReader) ? this
        : null;

    public void Dispose()
    {
        // Holds nothing.
    }

    private static float[] Embed(string text, EmbeddingPurpose purpose)
    {
        var vector = CharacterGramEmbeddingGenerator.Embed(text, purpose);
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length > 0 ? [.. vector.Select(value => value / length)] : vector;
    }
}
