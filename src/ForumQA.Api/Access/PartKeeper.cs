namespace ForumQA.Api.Access;

/// <summary>Keeps the indexes of bound keys as the documents are before anyone asks, and deletes those of keys that there are no longer.</summary>
/// <remarks>Only so that nobody waits, and no deleted document lies about: whoever asks looks for themselves whether their index is up to date.</remarks>
internal sealed partial class PartKeeper(KeyRing keys, ReadableCorpus corpus, TimeProvider time, ILogger<PartKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Does it once.</summary>
    /// <exception cref="ForumQAException">The keys cannot be read, or the index cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var bound = keys.List().Where(key => key.Where is not null).Select(Caller.Of).DistinctBy(caller => caller.Binding).ToList();
        corpus.Discard(except: bound);
        foreach (var caller in bound)
        {
            await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (ForumQAException e)
            {
                // There may be no index yet. Whoever asks meanwhile is told what is wrong.
                LogFailed(e.Code, e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogBug(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The indexes of bound keys could not be brought up to date ({Code}): {Reason}")]
    private partial void LogFailed(string code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug while the indexes of bound keys were brought up to date: please report it")]
    private partial void LogBug(Exception exception);
}
