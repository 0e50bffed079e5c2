using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;

namespace ForumQA.Tests.Onnx;

/// <summary>The built-in model, loaded once for the tests of a class.</summary>
public sealed class BuiltInModelFixture : IDisposable
{
    internal OnnxEmbeddingGenerator Generator { get; } = new(BuiltInModel.Describe(), threads: 2);

    public async Task<float[][]> EmbedAsync(EmbeddingPurpose purpose, params string[] texts) =>
        [.. (await Generator.GenerateAsync(texts, purpose.ToOptions())).Select(embedding => embedding.Vector.ToArray())];

    public void Dispose() => Generator.Dispose();
}
