using ForumQA.Ingestion;

namespace ForumQA.Api.Indexing;

/// <summary>Makes missing vectors in the background, while questions are answered from what is there.</summary>
internal sealed partial class MeaningKeeper(CorpusSynchronizer synchronizer, ILogger<MeaningKeeper> logger) : BackgroundService
{
    private readonly SemaphoreSlim _awake = new(0);

    /// <summary>Says that there may be something to do.</summary>
    public void Wake()
    {
        // Once is enough, however often it is called while a run is under way.
        if (_awake.CurrentCount == 0)
        {
            _awake.Release();
        }
    }

    public override void Dispose()
    {
        _awake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _awake.WaitAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                // No index, no vectors to make: and none is to be made here.
                if (synchronizer.Index.Exists() && await synchronizer.EmbedAsync(progress: null, stoppingToken).ConfigureAwait(false) is > 0 and var documents)
                {
                    LogDone(documents);
                }
            }
            catch (ForumQAException e)
            {
                LogFailed(e.Code, e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogBug(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the vectors of {Documents} documents")]
    private partial void LogDone(int documents);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not all vectors could be made ({Code}): {Reason} The next run over the corpus tries again")]
    private partial void LogFailed(string code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug while vectors were made: please report it")]
    private partial void LogBug(Exception exception);
}
