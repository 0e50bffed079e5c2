namespace ForumQA.Cli.Terminals;

/// <summary>Where keys come from.</summary>
internal interface IKeys
{
    /// <summary>Takes Ctrl-C as a key until the result is disposed.</summary>
    IDisposable Capture();

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo Read();
}
