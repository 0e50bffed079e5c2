using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Mcp;

/// <summary>Keeps the index up to date for calls that come at any time and several at once.</summary>
internal sealed class CurrentIndex(Shell shell) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Makes the index before anyone asks. What goes wrong is reported here, and told again to everyone who calls.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        try
        {
            await BringUpToDateAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (ForumQAException e)
        {
            shell.Notices.WriteLine(e.Message, Ink.Error);
            shell.Notices.Flush();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends; what is indexed by now stays indexed.
        }
    }

    /// <exception cref="ForumQAException">There is no index that could be answered from; the message says why.</exception>
    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await shell.Preparation.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends what <see cref="PrepareAsync"/> began.</summary>
    public async Task StopAsync(Task preparing)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await preparing.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _one.Dispose();
        _stopping.Dispose();
    }
}
