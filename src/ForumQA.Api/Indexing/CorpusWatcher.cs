using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Indexing;

/// <summary>Takes in what changes in the corpus folder while the service runs, without being asked.</summary>
internal sealed partial class CorpusWatcher(
    CorpusSynchronizer synchronizer, IndexKeeper keeper, IServiceProvider services, IOptions<WatchOptions> options, TimeProvider time, ILogger<CorpusWatcher> logger)
    : BackgroundService
{
    /// <summary>However long files go on changing, this many times the quiet wait is enough.</summary>
    private const int MostQuietWaits = 10;

    /// <summary>Between two looks lies this many times what the last one took.</summary>
    private const int Patience = 20;

    /// <summary>Before another run is asked for again, however short the quiet wait: it may be set to none.</summary>
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(.1);

    private string _tried = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        using var events = new FolderEvents(synchronizer.CorpusPath, time);
        if (events.Failure is { } reason)
        {
            LogPolling(synchronizer.CorpusPath, reason, options.Value.Interval);
        }

        // What changed before the watch began, nobody tells.
        var wait = TimeSpan.Zero;
        while (true)
        {
            var told = await events.WaitAsync(wait, stoppingToken).ConfigureAwait(false);
            if (told)
            {
                await SettleAsync(events, stoppingToken).ConfigureAwait(false);
            }

            var begun = time.GetTimestamp();
            var done = await LookAsync(told, stoppingToken).ConfigureAwait(false);
            wait = NextWait(done, time.GetElapsedTime(begun), options.Value);
        }
    }

    /// <summary>How long until the folder is looked through again when nothing is told of it.</summary>
    /// <param name="done">Whether the last look was one; false when another run was under way.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="options">As configured.</param>
    internal static TimeSpan NextWait(bool done, TimeSpan took, WatchOptions options) =>
        done ? Longer(took * Patience, options.Interval) : Longer(options.Quiet, ShortestRetry);

    private static TimeSpan Longer(TimeSpan first, TimeSpan second) => first > second ? first : second;

    /// <summary>Waits until nothing has changed for a while, but not for ever.</summary>
    private async Task SettleAsync(FolderEvents events, CancellationToken cancellationToken)
    {
        var (waits, changes) = (0, true);
        while (changes && waits < MostQuietWaits)
        {
            changes = await events.WaitAsync(options.Value.Quiet, cancellationToken).ConfigureAwait(false);
            waits++;
        }
    }

    /// <returns>False when it has to be looked again soon, because another run is under way.</returns>
    private async Task<bool> LookAsync(bool told, CancellationToken cancellationToken)
    {
        try
        {
            var changes = CorpusChanges.Find(services.GetRequiredService<IndexStore>(), synchronizer.CorpusPath, cancellationToken);
            var signature = string.Join('\n', [.. changes.Added, "", .. changes.Updated, "", .. changes.Deleted]);

            // A file that may not be opened stays new for ever: unless something happens, trying once is enough.
            if (changes.None || (!told && signature == _tried))
            {
                return true;
            }

            await keeper.RunAsync(SynchronizationMode.Quick, _ => { }, cancellationToken).ConfigureAwait(false);
            _tried = signature;
        }
        catch (RequestException)
        {
            return false;
        }
        catch (ForumQAException e)
        {
            LogFailed(e.Code, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogBug(e);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The file system tells nothing of changes in {Corpus} ({Reason}); it is looked through every {Interval}")]
    private partial void LogPolling(string corpus, string reason, TimeSpan interval);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed documents could not be taken in ({Code}): {Reason}")]
    private partial void LogFailed(string code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug while changed documents were taken in: please report it")]
    private partial void LogBug(Exception exception);
}
