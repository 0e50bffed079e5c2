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

    public static bool Run(Source source, byte[] original, byte[] small, byte[] vocabulary)
    {
        using var reader = new StreamReader(new MemoryStream(vocabulary));
        var windows = new TokenWindows(WordPieceTokenizer.Load(reader, lowerCase: true), TokenLimit);
        using var first = new ModelSession(options => new InferenceSession(original, options));
        using var second = new ModelSession(options => new InferenceSession(small, options));
        var cosines = Directory.EnumerateFiles("seeds", "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split("\n\n")).Where(text => text.Length > 40).Take(Texts)
            .Select(text => windows.Cut(text)[0])
            .SelectMany(tokens => Compare(first.Run(tokens, CancellationToken.None), second.Run(tokens, CancellationToken.None), source.ReadsTokens ? tokens.Length : 1))
            .Order().ToList();
        Console.WriteLine($"{source.Name}: cosine to the original of {cosines.Count} {(source.ReadsTokens ? "tokens" : "texts")}: lowest {cosines[0]:F5}, median {cosines[cosines.Count / 2]:F5}");
        return cosines[0] >= LowestCosine;
    }

    private static IEnumerable<float> Compare(float[] first, float[] second, int vectors) =>
        Enumerable.Range(0, vectors).Select(i => TensorPrimitives.CosineSimilarity(first.AsSpan(i * Dimensions, Dimensions), second.AsSpan(i * Dimensions, Dimensions)));
}
