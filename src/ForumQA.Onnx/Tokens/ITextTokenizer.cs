namespace ForumQA.Onnx.Tokens;

/// <summary>Turns text into the numbers a model reads. Safe for use by many threads.</summary>
internal interface ITextTokenizer
{
    /// <summary>What stands before every text, such as <c>[CLS]</c>.</summary>
    IReadOnlyList<long> Before { get; }

    /// <summary>What stands after every text, such as <c>[SEP]</c>.</summary>
    IReadOnlyList<long> After { get; }

    /// <summary>The whole text, however long, without what stands before and after it.</summary>
    long[] Encode(string text);
}
