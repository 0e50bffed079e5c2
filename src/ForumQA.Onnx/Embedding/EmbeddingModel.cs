using ForumQA.Models.Embedding;
using ForumQA.Onnx.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Embedding;

/// <summary>A model as it is described, before anything of it is loaded.</summary>
internal sealed record EmbeddingModel
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What the manifest calls it: with a fingerprint of all that changes its vectors.</summary>
    public required string Identity { get; init; }

    /// <summary>Numbers in a vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Tokens it reads at once.</summary>
    public required int TokenLimit { get; init; }

    public required Pooling Pooling { get; init; }

    /// <summary>Put before every question.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put before every passage and sentence.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>Set when the library's tables were learned with its cosines; null for other models.</summary>
    public KnownModel? Known { get; init; }

    public required Func<ITextTokenizer> OpenTokenizer { get; init; }

    public required Func<SessionOptions, InferenceSession> OpenSession { get; init; }
}
