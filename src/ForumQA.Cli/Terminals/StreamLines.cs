namespace ForumQA.Cli.Terminals;

/// <summary>Reads lines from a stream.</summary>
/// <param name="input">Where from.</param>
/// <param name="prompts">Where a prompt is wanted; null when nobody sees it.</param>
internal sealed class StreamLines(TextReader input, TextWriter? prompts) : ILineReader
{
    public async Task<LineRead> ReadLineAsync(CancellationToken cancellationToken)
    {
        PromptAgain();

        // A console's reader cannot be cancelled; a read that is left behind ends with the process.
        return new LineRead(await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false));
    }

    public void PromptAgain()
    {
        prompts?.Write(LineEditor.Prompt);
        prompts?.Flush();
    }
}
