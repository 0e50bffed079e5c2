namespace ForumQA.Onnx.Embedding;

/// <summary>How the vectors of the tokens become the vector of a text.</summary>
internal enum Pooling
{
    /// <summary>The first token's.</summary>
    First,

    /// <summary>The mean of all.</summary>
    Mean,

    /// <summary>The last token's.</summary>
    Last,
}
