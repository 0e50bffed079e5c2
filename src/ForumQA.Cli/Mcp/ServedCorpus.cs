using ForumQA.Retrieval;

namespace ForumQA.Cli.Mcp;

/// <summary>The documents that are served: all of them, or those that the command line names, as if there were no others.</summary>
/// <param name="shell">With all of them.</param>
/// <param name="filter">Null for all.</param>
internal sealed class ServedCorpus(Shell shell, CorpusFilter? filter) : IServiceProvider, IDisposable
{
    private readonly CorpusPart? _part = filter is null ? null : new CorpusPart(shell.Services, filter);
    private volatile IServiceProvider? _current = filter is null ? shell.Services : null;

    /// <summary>Takes in what has changed in the index.</summary>
    /// <exception cref="ForumQAException">There is no index, or no copy can be made of it.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_part is not null)
        {
            _current = await _part.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => (_current ?? throw new InvalidOperationException("Documents are asked before it is known which.")).GetService(serviceType);

    public void Dispose() => _part?.Dispose();
}
