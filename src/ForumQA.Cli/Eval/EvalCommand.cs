using System.CommandLine;
using ForumQA.Cli.CommandLine;
using ForumQA.Evaluation.Cases;

namespace ForumQA.Cli.Eval;

/// <summary><c>forumqa eval</c>: asks every question of an eval set, judges the answers, and says what changed and whether it is enough.</summary>
internal static class EvalCommand
{
    public static Command Create(CommandRunner runner)
    {
        var cases = new Argument<string>("cases") { Description = "Case file (JSON Lines, see evals/case.schema.json)" };
        var output = new Option<string>("--out") { Description = "Folder for the reports. Default: artifacts/eval/ and the name of the case file", HelpName = "folder" };
        var baseline = new Option<string>("--baseline") { Description = "report.json of an earlier run: say what changed since", HelpName = "file" };
        var gate = new Option<string>("--gate") { Description = "Thresholds: exit with 3 when a confidence bound is beyond one", HelpName = "file" };
        var half = new Option<CaseHalf?>("--half") { Description = "Only the cases to tune on, or only those to report on", HelpName = "tune|report" };
        var parallel = EvalOptions.Parallel();
        var command = new Command("eval", "Measure citations, answers and abstention") { cases, output, baseline, gate, half, parallel, EvalImportCommand.Create(runner) };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => new EvalRun(shell, new EvalSettings
            {
                Cases = result.GetRequiredValue(cases),
                Folder = result.GetValue(output),
                Baseline = result.GetValue(baseline),
                Gate = result.GetValue(gate),
                Half = result.GetValue(half),
                Parallelism = result.GetValue(parallel),
            }).RunAsync(token),
            cancellationToken));
        return command;
    }
}
