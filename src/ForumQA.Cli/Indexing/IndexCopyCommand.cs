using System.CommandLine;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Cli.Indexing;

/// <summary><c>forumqa index copy</c>: moves an index between a file and a database, with its vectors.</summary>
internal static class IndexCopyCommand
{
    public static Command Create(CommandRunner runner)
    {
        var from = new Argument<string>("from") { Description = "The index to copy: a file or postgres://user@host/database?schema=name" };
        var to = new Argument<string>("to") { Description = "Where to: the same, new or a copy of before" };
        var command = new Command("copy", "Copy an index between files and databases, without making its vectors again") { from, to };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, token) => RunAsync(shell, result.GetValue(from)!, result.GetValue(to)!, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string from, string to, CancellationToken cancellationToken)
    {
        var database = shell.Get<IIndexDatabase>();
        using var source = new IndexOptions { Path = from }.PlaceFor(shell.CorpusPath, database).OpenExisting();
        using var target = new IndexOptions { Path = to }.PlaceFor(source.ReadManifest().Corpus ?? shell.CorpusPath, database).OpenOrCreate();
        var progress = new LatestProgress<IndexingProgress>();
        var work = Task.Run(() => new IndexCopy(source, target, shell.Get<TimeProvider>()).Run(progress, cancellationToken), cancellationToken);
        await new WorkDisplay(shell.Notices, "Copying", "document", () => progress.Latest is { } latest
            ? new WorkProgress(latest.Done, latest.Total, latest.Stage == IndexingStage.Meaning ? "Copying the vectors of" : null)
            : null).ShowAsync(work).ConfigureAwait(false);
        var (copied, deleted, _) = await work.ConfigureAwait(false);
        Print(shell, source.Path, target.Path, copied, deleted, target.ReadManifest());
        return ExitCode.Done;
    }

    private static void Print(Shell shell, string from, string to, int copied, int deleted, IndexManifest manifest)
    {
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new IndexCopyJson(from, to, copied, deleted, manifest.DocumentCount, manifest.PassageCount, manifest.VectorCount));
            return;
        }

        shell.Screen.WriteLine($"{Quantity.Of(copied, "document")} copied, {Quantity.Of(deleted, "document")} deleted.");
        shell.Screen.WriteLine($"{Quantity.Of(manifest.DocumentCount, "document")}, {Quantity.Of(manifest.PassageCount, "passage")} in {to}");
        shell.Screen.Flush();
    }
}
