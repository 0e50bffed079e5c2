using System.Numerics.Tensors;
using ForumQA.Onnx;
using ForumQA.Onnx.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Models;

/// <summary>Compares the vectors of two versions of a model on the paragraphs of <c>seeds/</c>.</summary>
internal static class Comparison
{
    private const int Texts = 150;
    private const int Dimensions = 384;
    private const int TokenLimit = 512;
    private const float LowestCosine = 0.99f;

    public static bool Run(byte[] original, byte[] small, byte[] vocabulary)
    {
        using var reader = new StreamReader(new MemoryStream(vocabulary));
        var windows = new TokenWindows(WordPieceTokenizer.Load(reader, lowerCase: true), TokenLimit);
        using var first = new ModelSession(options => new InferenceSession(original, options));
        using var second = new ModelSession(options => new InferenceSession(small, options));
        var cosines = Directory.EnumerateFiles("seeds", "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split("\n\n")).Where(text => text.Length > 40).Take(Texts)
            .Select(text => windows.Cut(text)[0])
            .Select(tokens => TensorPrimitives.CosineSimilarity(Embed(first, tokens), Embed(second, tokens)))
            .Order().ToList();
        Console.WriteLine($"Cosine to the original on {cosines.Count} paragraphs: lowest {cosines[0]:F5}, median {cosines[cosines.Count / 2]:F5}");
        return cosines[0] >= LowestCosine;
    }

    private static ReadOnlySpan<float> Embed(ModelSession session, long[] tokens) => session.Run(tokens, CancellationToken.None).AsSpan(0, Dimensions);
}
