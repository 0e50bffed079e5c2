using System.CommandLine;
using System.Globalization;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Evaluation.Calibration;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Running;
using ForumQA.Storage;

namespace ForumQA.Cli.Eval;

/// <summary><c>forumqa calibrate</c>: chooses what is refused from the risk of a wrong answer that the user accepts.</summary>
internal static class CalibrateCommand
{
    private const int CurveRows = 12;

    public static Command Create(CommandRunner runner)
    {
        var cases = new Option<string>("--cases") { Description = "Case file over your own documents, with questions they answer and others", HelpName = "file" };
        var risk = new Option<double>("--risk")
        {
            Description = "The share of answers given that may be wrong, such as 0.1",
            HelpName = "share",
            DefaultValueFactory = _ => 0.1,
        };
        risk.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 1))
            {
                result.AddError("--risk takes a number above 0 and below 1, such as 0.1.");
            }
        });
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the threshold without storing it" };
        var reset = new Option<bool>("--reset") { Description = "Forget the stored threshold and go back to the configuration's" };
        var parallel = EvalOptions.Parallel();
        var command = new Command("calibrate", "Choose which questions are refused, from a risk you name") { cases, risk, dryRun, reset, parallel };
        command.Validators.Add(result =>
        {
            if (result.GetValue(reset) == result.GetValue(cases) is not null)
            {
                result.AddError("Give either --cases FILE or --reset.");
            }
        });
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => result.GetValue(cases) is { } file
                ? RunAsync(shell, file, result.GetValue(risk), result.GetValue(dryRun), result.GetValue(parallel), token)
                : Task.FromResult(Reset(shell)),
            cancellationToken));
        return command;
    }

    private static int Reset(Shell shell)
    {
        Calibrator.Apply(shell.Get<IndexStore>(), null);
        shell.Notices.WriteLine("The configuration decides again what is refused.", Ink.Muted);
        return ExitCode.Done;
    }

    private static async Task<int> RunAsync(Shell shell, string file, double risk, bool dryRun, int parallelism, CancellationToken cancellationToken)
    {
        var cases = await CaseFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        var resume = shell.Synchronizer.Index.File + ".calibration.jsonl";
        var request = new EvalRequest { Cases = cases, ResumeFile = resume, NeverRefuse = true, Parallelism = parallelism };
        var report = await CaseRun.RunAsync(shell, request, cancellationToken).ConfigureAwait(false);
        var choice = Calibrator.Choose(report, risk);
        if (!dryRun)
        {
            Calibrator.Apply(shell.Get<IndexStore>(), choice.Chosen.Threshold);
        }

        File.Delete(resume);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new CalibrationJson(choice, Stored: !dryRun));
        }
        else
        {
            Print(shell, choice, dryRun);
        }

        return ExitCode.Done;
    }

    private static void Print(Shell shell, ThresholdChoice choice, bool dryRun)
    {
        var screen = shell.Screen;
        screen.WriteLine("threshold  answered   risk", Ink.Muted);
        foreach (var point in Thin(choice))
        {
            screen.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{point.Threshold,9:0.000}  {point.Coverage,8:0.0%}  {point.Risk,5:0.0%}{(point == choice.Chosen ? "  <" : "")}"),
                point == choice.Chosen ? Ink.Strong : Ink.Text);
        }

        screen.WriteLine();
        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Under a score of {choice.Chosen.Threshold:0.000} questions are refused. On the half of the cases it was not chosen on, {choice.HeldOut.Coverage:0.0%} are answered and {choice.HeldOut.Risk:0.0%} of the answers are wrong."));
        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"With {Calibrator.Confidence:0%} confidence no more than {choice.HighestRisk:0.0%} of the answers are wrong, told from {choice.HeldOutAnswers} answers (Clopper-Pearson)."));
        if (!choice.IsPromised)
        {
            screen.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A risk of {choice.Risk:0.#%} cannot be promised from these cases: that takes at least {choice.AnswersNeeded} answers on that half, more for each that is wrong. Write more cases, or name a higher risk."),
                Ink.Warning);
        }

        screen.WriteLine(dryRun ? "Nothing was stored." : shell.Remedies.Complete("Stored in the index. To undo it, run: forumqa calibrate --reset"), Ink.Muted);
        screen.Flush();
    }

    /// <summary>A dozen points of the curve at even steps, the chosen one among them.</summary>
    private static IEnumerable<RiskCoveragePoint> Thin(ThresholdChoice choice)
    {
        var step = Math.Max(1, choice.Curve.Count / CurveRows);
        return choice.Curve.Where((point, i) => point == choice.Chosen || (i + 1) % step == 0 || i + 1 == choice.Curve.Count);
    }
}
