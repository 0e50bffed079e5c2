using System.CommandLine;
using System.Globalization;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Hosting.Json;
using ForumQA.Ingestion;

namespace ForumQA.Cli.Indexing;

/// <summary><c>forumqa index</c>: makes the index say what the corpus says.</summary>
internal static class IndexCommand
{
    public static Command Create(CommandRunner runner)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Read every document again; replaces an index that is damaged or of a newer version" };
        var command = new Command("index", "Take in new, changed and deleted documents") { rebuild };
        command.Add(IndexCopyCommand.Create(runner));
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, token) => RunAsync(shell, result.GetValue(rebuild), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, bool rebuild, CancellationToken cancellationToken)
    {
        var result = await CorpusSynchronization.RunAsync(
            shell, rebuild ? SynchronizationMode.Rebuild : SynchronizationMode.Full, cancellationToken).ConfigureAwait(false);
        Print(shell, result);
        return ExitCode.Done;
    }

    private static void Print(Shell shell, SynchronizationResult result)
    {
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, IndexJson.From(result));
            return;
        }

        IndexingSummary.PrintFailures(shell.Notices, result.Report.Failures);
        if (IndexingSummary.DescribeNotRead(result.Report.NotRead) is { } notRead)
        {
            shell.Notices.WriteLine($"{notRead}.", Ink.Muted);
        }

        shell.Notices.Flush();
        shell.Screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{shell.CorpusPath}: {IndexingSummary.Describe(result.Report)} ({result.Elapsed.TotalSeconds:0.0} s)."));
        shell.Screen.WriteLine($"{Quantity.Of(result.Manifest.DocumentCount, "document")}, {Quantity.Of(result.Manifest.PassageCount, "passage")} in {shell.IndexPath}");
        shell.Screen.Flush();
    }
}
