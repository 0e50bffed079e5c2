using System.CommandLine;
using System.Globalization;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using ForumQA.Models.Endpoints;

namespace ForumQA.Cli.Status;

/// <summary><c>forumqa status</c>: what the index holds, whether it is sound and up to date, and whether the configured models answer.</summary>
internal static class StatusCommand
{
    private const int MostUnreadable = 5;

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("status", "Describe the index and check it");
        command.SetAction((result, cancellationToken) => runner.RunAsync(result, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, CancellationToken cancellationToken)
    {
        var status = await StatusReport.ReadAsync(shell, cancellationToken).ConfigureAwait(false);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, status);
        }
        else
        {
            Print(shell, status);
        }

        return status.Ok ? ExitCode.Done : ExitCode.Usage;
    }

    private static void Print(Shell shell, StatusJson status)
    {
        var screen = shell.Screen;
        Row("Index", string.Create(CultureInfo.InvariantCulture, $"{status.Index} ({status.Bytes / 1024.0 / 1024.0:0.0} MB)"));
        Row("Corpus", status.Corpus ?? "none yet");
        Row("Documents", status.Documents.ToString(CultureInfo.InvariantCulture));
        Row("Passages", status.Passages.ToString(CultureInfo.InvariantCulture));
        Row("Vectors", DescribeVectors(status), status.Vectors < status.Passages ? Ink.Warning : Ink.Text);
        Row("Embedding", status.EmbeddingModel ?? "none yet");
        Row("Chunking", status.Chunking ?? "none yet");
        Row("Schema", status.Schema.ToString(CultureInfo.InvariantCulture));
        Row("Changes", Describe(status.Changes), status.Changes is { None: true } ? Ink.Text : Ink.Warning);
        if (status.Changes is { Unreadable: { Count: > 0 } unreadable })
        {
            Row("Left out", $"{Quantity.Of(unreadable.Count, "file")} that cannot be read", Ink.Warning);
            foreach (var failure in unreadable.Take(MostUnreadable))
            {
                Row("", TerminalText.OneLine(failure.Reason), Ink.Muted);
            }
        }

        if (IndexingSummary.DescribeNotRead(status.Changes?.NotRead ?? []) is { } notRead)
        {
            Row("Not read", notRead, Ink.Muted);
        }

        Row("Model", status.ChatEndpoint is null ? "none; answers are quoted from the documents" : Describe(status.ChatEndpoint), InkOf(status.ChatEndpoint));
        foreach (var further in status.FurtherModels)
        {
            Row("", Describe(further), InkOf(further));
        }

        if (status.EmbeddingEndpoint is not null)
        {
            Row("Embedder", Describe(status.EmbeddingEndpoint), InkOf(status.EmbeddingEndpoint));
        }

        Row("Check", status.Ok ? "ok" : "problems", status.Ok ? Ink.Good : Ink.Error);
        foreach (var problem in status.Problems)
        {
            Row("", problem, Ink.Error);
        }

        screen.Flush();

        void Row(string name, string value, Ink ink = Ink.Text)
        {
            screen.Write($"{name,-9}  ", Ink.Muted);
            screen.Indent = 11;
            screen.WriteLine(shell.Remedies.Complete(value), ink);
            screen.Indent = 0;
        }
    }

    private static string DescribeVectors(StatusJson status) => status.Vectors < status.Passages
        ? string.Create(CultureInfo.InvariantCulture, $"{status.Vectors} of {status.Passages} passages ({100L * status.Vectors / status.Passages} %); to make the others, run: forumqa index")
        : string.Create(CultureInfo.InvariantCulture, $"{status.Vectors} of {status.Dimensions ?? 0} dimensions");

    private static string Describe(EndpointReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Model} at {report.Endpoint} {(report.Ok ? $"({report.Milliseconds:0} ms)" : "cannot be used")}");

    private static Ink InkOf(EndpointReport? report) => report is { Ok: false } ? Ink.Error : Ink.Text;

    private static string Describe(CorpusChanges? changes) => changes switch
    {
        null => "unknown",
        { None: true } => "none since the index was made",
        _ => $"{changes.Added.Count} new, {changes.Updated.Count} changed, {changes.Deleted.Count} deleted; to take them in, run: forumqa index",
    };
}
