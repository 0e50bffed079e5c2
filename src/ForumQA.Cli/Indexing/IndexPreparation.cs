using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;

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
            var result = await CorpusSynchronization.RunAsync(shell, SynchronizationMode.Quick, cancellationToken).ConfigureAwait(false);
            Report(shell.Notices, result, firstUse);
        }
        catch (ForumQAException e) when (!firstUse && shell.Synchronizer.IsUsable())
        {
            shell.Notices.WriteLine($"{e.Message}\nGoing on with the index as it is.", Ink.Warning);
        }
        catch (ForumQAException) when (firstUse)
        {
            shell.Synchronizer.DiscardEmpty();
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

        if (result.Report.Changed && IndexingSummary.DescribeBacklog(result.Manifest) is { } backlog)
        {
            notices.WriteLine(backlog, Ink.Muted);
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
}
