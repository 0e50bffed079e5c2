namespace ForumQA.Cli.Terminals;

/// <summary>What came of asking for a line.</summary>
/// <param name="Text">The line; null at the end of input.</param>
/// <param name="Interrupted">Whether Ctrl-C was pressed in its place.</param>
internal readonly record struct LineRead(string? Text, bool Interrupted = false);
