namespace ForumQA.Tests.Cli;

/// <summary>Lines that are made when they are read.</summary>
internal sealed class ScriptedLines(params Func<string>[] lines) : TextReader
{
    private readonly Queue<Func<string>> _lines = new(lines);

    public override string? ReadLine() => _lines.TryDequeue(out var next) ? next() : null;

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => new(ReadLine());

    public override Task<string?> ReadLineAsync() => Task.FromResult(ReadLine());
}
