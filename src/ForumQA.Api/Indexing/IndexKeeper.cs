using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Indexing;

/// <summary>Brings the index up to date: at the start, when asked, after uploads; one run at a time.</summary>
internal sealed partial class IndexKeeper(
    CorpusSynchronizer synchronizer, MeaningKeeper meaning, IOptions<StartOptions> options, TimeProvider time, ILogger<IndexKeeper> logger) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _start = Task.CompletedTask;

    /// <summary>How far the run under way has come; null when there is none or it has only begun.</summary>
    public IndexingProgress? Progress { get; private set; }

    /// <summary>Whether the run of the start is still under way.</summary>
    public bool Starting => !_start.IsCompleted;

    /// <summary>Whether any run is under way.</summary>
    public bool Running => _turn.CurrentCount == 0;

    /// <summary>Why the last run failed; null when it did not.</summary>
    public ForumQAException? Failure { get; private set; }

    /// <summary>Notes that corpus and index agree, by whatever brought them there.</summary>
    public void Succeeded() => Failure = null;

    /// <summary>Synchronises unless a run is under way.</summary>
    /// <exception cref="ForumQAException">One is, or this one fails.</exception>
    public async Task<SynchronizationResult> RunAsync(SynchronizationMode mode, Action<IndexingProgress> onProgress, CancellationToken cancellationToken)
    {
        // Not cancellable: the turn is either had at once or not at all.
        if (!await _turn.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
        {
            throw new RequestException(ProblemKind.IndexingBusy, "The index is being brought up to date already. Wait until that is done.");
        }

        return await InTurnAsync(async token =>
        {
            var result = await synchronizer.RunWordsAsync(mode, new Listener(this, onProgress), token).ConfigureAwait(false);
            Succeeded();
            LogDone(result.Report.Added.Count, result.Report.Updated.Count, result.Report.Deleted.Count, result.Report.Failures.Count, result.Elapsed.TotalSeconds);
            foreach (var failure in result.Report.Failures.Where(failure => !failure.Known))
            {
                LogUnreadable(failure.DocumentId, failure.Reason);
            }

            return result;
        }, hasTurn: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does what changes corpus and index when no run is under way.</summary>
    public Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => InTurnAsync(work, hasTurn: false, cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Synchronize)
        {
            return;
        }

        _start = Task.Run(() => SynchronizeAtStartAsync(_stopping.Token), CancellationToken.None);
        await Task.WhenAny(_start, Task.Delay(options.Value.Wait, time, cancellationToken)).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _start.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stopping.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> work, bool hasTurn, CancellationToken cancellationToken)
    {
        if (!hasTurn)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
            return await work(either.Token).ConfigureAwait(false);
        }
        finally
        {
            Progress = null;
            _turn.Release();
            meaning.Wake();
        }
    }

    private async Task SynchronizeAtStartAsync(CancellationToken cancellationToken)
    {
        try
        {
            LogStart(synchronizer.CorpusPath, synchronizer.IndexPath);
            await RunAsync(SynchronizationMode.Quick, _ => { }, cancellationToken).ConfigureAwait(false);
        }
        catch (ForumQAException e)
        {
            Failure = e;
            LogFailed(e.Code, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failure = new ForumQAException(ProblemKind.Bug, "Something happened that nobody expected while the index was brought up to date. See the log.", e);
            LogBug(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the index {Index} up to date with {Corpus}")]
    private partial void LogStart(string corpus, string index);

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Added} added, {Updated} updated, {Deleted} deleted, {Failed} failed in {Seconds:0.0} s")]
    private partial void LogDone(int added, int updated, int deleted, int failed, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{DocumentId} was left out: {Reason}")]
    private partial void LogUnreadable(string documentId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be brought up to date ({Code}): {Reason}")]
    private partial void LogFailed(string code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug while the index was brought up to date: please report it")]
    private partial void LogBug(Exception exception);

    /// <summary>Hears of progress at once and in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Listener(IndexKeeper keeper, Action<IndexingProgress> onProgress) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            keeper.Progress = value;
            onProgress(value);
        }
    }
}
