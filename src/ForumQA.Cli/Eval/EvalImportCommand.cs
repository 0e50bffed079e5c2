using System.CommandLine;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Configuration;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Evaluation.Import;

namespace ForumQA.Cli.Eval;

/// <summary><c>forumqa eval import</c>: turns a data set into a corpus folder and a case file.</summary>
internal static class EvalImportCommand
{
    private const int MostReasons = 5;

    public static Command Create(CommandRunner runner)
    {
        var format = new Argument<ImportFormat>("format") { Description = "squad (also XQuAD, JSQuAD, CMRC), beir, csv or feedback (what GET /v1/feedback of the service gives)", HelpName = "squad|beir|csv|feedback" };
        var sources = new Argument<string[]>("source") { Description = "Files, or the folder of a BEIR set", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder that gets corpus/ and cases.jsonl", HelpName = "folder", Required = true };
        var tags = new Option<string[]>("--tag") { Description = "A tag to give to every case", HelpName = "tag" };
        var command = new Command("import", "Turn a data set into a corpus and a case file") { format, sources, output, tags };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => RunAsync(
                shell,
                new ImportRequest
                {
                    Format = result.GetValue(format),
                    Sources = result.GetRequiredValue(sources),
                    Folder = result.GetRequiredValue(output),
                    Tags = result.GetValue(tags) ?? [],
                },
                token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, ImportRequest request, CancellationToken cancellationToken)
    {
        var report = await shell.Get<CaseImporter>().ImportAsync(request, cancellationToken).ConfigureAwait(false);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, report);
            return ExitCode.Done;
        }

        foreach (var group in report.Skipped.GroupBy(skipped => skipped.Reason).OrderByDescending(group => group.Count()).Take(MostReasons))
        {
            shell.Notices.WriteLine($"Left out {Quantity.Of(group.Count(), "question")}, such as '{group.First().Id}': {group.Key}.", Ink.Warning);
        }

        shell.Screen.WriteLine($"{Quantity.Of(report.Cases, "case")} in {report.CaseFile}{(report.Corpus is null ? "" : $", {Quantity.Of(report.Documents, "document")} in {report.Corpus}")}");
        var corpus = report.Corpus ?? shell.Settings.Corpus;
        shell.Screen.WriteLine(
            $"Now run{(corpus is null ? ", with the folder of your documents in place of FOLDER" : "")}: forumqa eval {Remedies.Quote(report.CaseFile)} --corpus {Remedies.Quote(corpus ?? "FOLDER")}", Ink.Muted);
        shell.Screen.Flush();
        return ExitCode.Done;
    }
}
