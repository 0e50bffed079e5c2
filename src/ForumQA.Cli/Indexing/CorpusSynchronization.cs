using System.Diagnostics;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Cli.Indexing;

/// <summary>Brings the shell's index up to date while showing the progress.</summary>
internal static class CorpusSynchronization
{
    public static async Task<SynchronizationResult> RunAsync(Shell shell, IndexingRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var store = IndexStore.OpenOrCreate(shell.IndexPath);
        var progress = new LatestProgress<IndexingProgress>();
        var indexer = shell.Get<Indexer>();

        // Reading and embedding may compute for long without giving way, and someone must draw.
        var work = Task.Run(() => indexer.SynchronizeAsync(store, request, progress, cancellationToken), cancellationToken);
        var display = new WorkDisplay(
            shell.Notices, "Indexing", "document", () => progress.Latest is { } latest ? new WorkProgress(latest.Done, latest.Total) : null);
        await display.ShowAsync(work).ConfigureAwait(false);
        var report = await work.ConfigureAwait(false);
        return new SynchronizationResult(report, store.ReadManifest(), Stopwatch.GetElapsedTime(started));
    }
}

/// <summary>What a synchronisation did, what the index holds now, and how long it took.</summary>
internal sealed record SynchronizationResult(IndexingReport Report, IndexManifest Manifest, TimeSpan Elapsed);
