using ForumQA.Cli.Json;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using ForumQA.Storage;

namespace ForumQA.Cli.Eval;

/// <summary>One run of <c>forumqa eval</c>, from the case file to the exit code.</summary>
internal sealed class EvalRun(Shell shell, EvalSettings settings)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Everything that may be wrong with a file is said before the first question is asked.
        var cases = await CaseFile.ReadAsync(settings.Cases, cancellationToken).ConfigureAwait(false);
        var thresholds = settings.Gate is { } gate ? await Thresholds.ReadAsync(gate, cancellationToken).ConfigureAwait(false) : null;
        var baseline = settings.Baseline is { } file ? await ReportFiles.ReadAsync(file, cancellationToken).ConfigureAwait(false) : null;
        var files = new ReportFiles(settings.Folder ?? Path.Combine("artifacts", "eval", Path.GetFileNameWithoutExtension(settings.Cases)));

        var report = await CaseRun.RunAsync(
            shell,
            new EvalRequest { Cases = cases, ResumeFile = files.Unfinished, Half = settings.Half, Parallelism = settings.Parallelism },
            cancellationToken).ConfigureAwait(false);
        var comparison = baseline is null ? null : EvalComparison.Of(baseline, report);
        var failures = thresholds?.Check(report);
        await files.WriteAsync(report, comparison, failures, shell.Get<IndexStore>(), cancellationToken).ConfigureAwait(false);

        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, EvalJson.From(report, comparison, failures, files));
        }
        else
        {
            var printer = new EvalPrinter(shell.Screen);
            printer.Print(report);
            printer.Print(comparison);
            printer.Print(failures, settings.Gate);
            printer.Print(files);
            shell.Screen.Flush();
        }

        return failures is { Count: > 0 } ? ExitCode.BelowThreshold : ExitCode.Done;
    }
}
