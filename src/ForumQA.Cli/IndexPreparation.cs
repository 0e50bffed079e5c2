using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;

namespace ForumQA.Cli;

/// <summary>Sees to it that there is an index to answer from: makes it at first use, later takes in what has changed.</summary>
internal sealed class IndexPreparation(Shell shell)
{
    /// <summary>A corpus that takes longer to look through is not looked through before every question.</summary>
    private static readonly TimeSpan LongLook = TimeSpan.FromSeconds(1);

    /// <summary>Between two long looks lies this many times what one takes.</summary>
    private const int Patience = 20;

    private readonly TimeProvider _time = shell.Get<TimeProvider>();
    private TimeSpan _wait;
    private long _looked;
    private readonly HashSet<IndexingFailure> _told = [];
    private string? _warned;

    /// <summary>The same before each question of a session: the corpus is looked at again unless that was done just now and takes long.</summary>
    /// <returns>Whether documents were taken in or given up.</returns>
    /// <exception cref="ForumQAException">There is no index that could be answered from; the message says why.</exception>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken) =>
        _time.GetElapsedTime(_looked) >= _wait && await RunAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc cref="RefreshAsync"/>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (shell.Settings.NoSync)
        {
            return false;
        }

        var firstUse = !shell.Synchronizer.Index.Exists();
        _wait = TimeSpan.Zero;
        try
        {
            var result = await CorpusSynchronization.RunAsync(shell, SynchronizationMode.Quick, cancellationToken).ConfigureAwait(false);
            Report(result, firstUse);
            _warned = null;
            if (!result.Report.Changed && result.Elapsed > LongLook)
            {
                (_looked, _wait) = (_time.GetTimestamp(), result.Elapsed * Patience);
            }

            return result.Report.Changed;
        }
        catch (ForumQAException e) when (!firstUse && shell.Synchronizer.IsUsable())
        {
            Warn($"{shell.Remedies.Complete(e.Message)}\nGoing on with the index as it is.");
            return false;
        }
    }

    /// <summary>Says it once, however many questions are asked meanwhile.</summary>
    private void Warn(string message)
    {
        if (_warned != message)
        {
            _warned = message;
            shell.Notices.WriteLine(message, Ink.Warning);
            shell.Notices.Flush();
        }
    }

    private void Report(SynchronizationResult result, bool firstUse)
    {
        if (result.Report.Changed)
        {
            shell.Notices.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Indexed {IndexingSummary.Describe(result.Report)} ({result.Elapsed.TotalSeconds:0.0} s)."), Ink.Muted);
        }

        if (result.Report.Changed && IndexingSummary.DescribeBacklog(result.Manifest) is { } backlog)
        {
            shell.Notices.WriteLine(shell.Remedies.Complete(backlog), Ink.Muted);
        }

        // What was said of a file once need not be said at every question; status lists all of it.
        IndexingSummary.PrintFailures(shell.Notices, [.. result.Report.Failures.Where(failure => !failure.Known && _told.Add(failure))]);
        if (firstUse && IndexingSummary.DescribeNotRead(result.Report.NotRead) is { } notRead)
        {
            shell.Notices.WriteLine($"{notRead}.", Ink.Muted);
        }

        shell.Notices.Flush();
    }
}
