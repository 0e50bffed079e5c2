namespace ForumQA.Cli.Terminals;

/// <summary>Asks for lines.</summary>
internal interface ILineReader
{
    /// <summary>Waits for a line.</summary>
    Task<LineRead> ReadLineAsync(CancellationToken cancellationToken);

    /// <summary>Shows the prompt once more after something else was printed while a line is awaited.</summary>
    void PromptAgain();
}
