using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Embedding;

/// <summary>
/// The model in the package that reads closely: all-MiniLM-L6-v2 (Apache-2.0, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), its weights
/// made bytes by <c>tests/ForumQA.Models</c>. English; 22 million parameters; the tokens of <see cref="BuiltInModel"/>.
/// </summary>
internal static class BuiltInReader
{
    /// <summary>SHA-256 of the file; a test compares it.</summary>
    public const string FileHash = "98a82eabf112853a4b36713ab4bd6cb0f38e85781be9637a9a6863aa11791e0a";

    /// <summary>The file's resource.</summary>
    public const string ModelResource = "minilm-l6-int8.onnx";

    /// <summary>It was trained with texts no longer than this.</summary>
    public const int TokenLimit = 256;

    public static InferenceSession OpenSession(SessionOptions options) => new(BuiltInModel.ReadFile(ModelResource), options);
}
