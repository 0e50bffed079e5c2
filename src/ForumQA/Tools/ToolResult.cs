namespace ForumQA.Tools;

/// <summary>What a tool gives back.</summary>
/// <param name="Text">For a language model to read: compact, complete, and without markup of any format.</param>
public sealed record ToolResult(string Text)
{
    /// <summary>The same as data: an <see cref="Answering.Answer"/>, a <see cref="FoundPassages"/>, a <see cref="DocumentText"/> or a <see cref="Answering.Checking.CheckedText"/>; null when the call failed.</summary>
    public object? Value { get; init; }

    /// <summary>Whether the call failed. <see cref="Text"/> then says why and what to do.</summary>
    public bool Failed { get; init; }

    /// <summary>A failure that is expected to happen, told to the model with its remedy.</summary>
    public static ToolResult Of(ForumQAException failure) => new($"Error: {failure?.Message ?? throw new ArgumentNullException(nameof(failure))}") { Failed = true };
}
