using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Cli.Indexing;

/// <summary>Sees to it that there is an index to answer from: makes it at first use, later takes in what has changed.</summary>
internal static class IndexPreparation
{
    public static async Task RunAsync(Shell shell, CancellationToken cancellationToken)
    {
        if (shell.Settings.NoSync)
        {
            return;
        }

        var firstUse = !File.Exists(shell.IndexPath);
        try
        {
            var request = new IndexingRequest { Corpus = shell.CorpusPath, TrustTimestamps = true };
            var result = await CorpusSynchronization.RunAsync(shell, request, cancellationToken).ConfigureAwait(false);
            Report(shell.Notices, result, firstUse);
        }
        catch (ForumQAException e) when (!firstUse && IsUsable(shell))
        {
            shell.Notices.WriteLine($"{e.Message}\nGoing on with the index as it is.", Ink.Warning);
        }
        catch (ForumQAException) when (firstUse)
        {
            DiscardEmpty(shell.IndexPath);
            throw;
        }
    }

    private static void Report(Screen notices, SynchronizationResult result, bool firstUse)
    {
        if (result.Report.Changed)
        {
            notices.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Indexed {IndexingSummary.Describe(result.Report)} ({result.Elapsed.TotalSeconds:0.0} s)."), Ink.Muted);
        }

        if (firstUse)
        {
            IndexingSummary.PrintFailures(notices, result.Report.Failures);
        }
        else if (result.Report.Failures.Count > 0)
        {
            notices.WriteLine($"Not everything could be read: {result.Report.Failures.Count} failed. To see what and why, run: forumqa index", Ink.Warning);
        }

        notices.Flush();
    }

    /// <summary>Whether questions about this corpus can be answered from the index although it could not be brought up to date.</summary>
    private static bool IsUsable(Shell shell)
    {
        try
        {
            using var store = IndexStore.OpenExisting(shell.IndexPath);
            var manifest = store.ReadManifest();
            return manifest.Corpus == shell.CorpusPath && manifest.DocumentCount > 0;
        }
        catch (IndexException)
        {
            return false;
        }
    }

    // A mistyped corpus must not leave an empty index behind.
    private static void DiscardEmpty(string path)
    {
        try
        {
            if (File.Exists(path) && IsEmpty(path))
            {
                IndexStore.Discard(path);
            }
        }
        catch (Exception e) when (e is IndexException or IOException or UnauthorizedAccessException)
        {
            // What made the first use fail is what the user needs to hear of.
        }
    }

    private static bool IsEmpty(string path)
    {
        using var store = IndexStore.OpenExisting(path);
        return store.ReadManifest().DocumentCount == 0;
    }
}
