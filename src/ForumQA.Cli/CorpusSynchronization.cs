using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;

namespace ForumQA.Cli;

/// <summary>Brings the shell's index up to date while showing the progress.</summary>
internal static class CorpusSynchronization
{
    public static async Task<SynchronizationResult> RunAsync(Shell shell, SynchronizationMode mode, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress<IndexingProgress>();
        var work = shell.Synchronizer.RunAsync(mode, progress, cancellationToken);
        var display = new WorkDisplay(
            shell.Notices,
            "Indexing",
            "document",
            () => progress.Latest is { } latest
                ? new WorkProgress(latest.Done, latest.Total, latest.Stage == IndexingStage.Meaning ? "Words are indexed; reading for meaning" : null)
                : null);
        await display.ShowAsync(work).ConfigureAwait(false);
        return await work.ConfigureAwait(false);
    }
}
