using ForumQA.Cli.Terminals;
using ForumQA.Evaluation;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;

namespace ForumQA.Cli.Eval;

/// <summary>Runs cases over the shell's index while showing the progress.</summary>
internal static class CaseRun
{
    public static async Task<EvalReport> RunAsync(Shell shell, EvalRequest request, CancellationToken cancellationToken)
    {
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        var progress = new LatestProgress<EvalProgress>();
        var evaluator = shell.Get<Evaluator>();

        // Answering computes without giving way, and someone must draw.
        var work = Task.Run(() => evaluator.RunAsync(request, progress, cancellationToken), cancellationToken);
        var display = new WorkDisplay(shell.Notices, "Asking", "case", () => progress.Latest is { } latest ? new WorkProgress(latest.Done, latest.Total) : null);
        await display.ShowAsync(work).ConfigureAwait(false);
        if (work.IsCanceled && progress.Latest is { } reached)
        {
            shell.Notices.WriteLine($"Stopped after {reached.Done} of {Quantity.Of(reached.Total, "case")}. Run the same command again to go on from there.", Ink.Warning);
        }

        return await work.ConfigureAwait(false);
    }
}
