namespace ForumQA.Cli.Terminals;

/// <summary>The keys of the process's terminal.</summary>
internal sealed class ConsoleKeys : IKeys
{
    public IDisposable Capture() => new Captured();

    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);

    private sealed class Captured : IDisposable
    {
        public Captured() => Console.TreatControlCAsInput = true;

        public void Dispose() => Console.TreatControlCAsInput = false;
    }
}
