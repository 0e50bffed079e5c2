using System.Globalization;
using ForumQA.Cli.Terminals;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;

namespace ForumQA.Cli.Eval;

/// <summary>Prints what came of an eval.</summary>
internal sealed class EvalPrinter(Screen screen)
{
    private const int MostCases = 20;
    private const int ExcerptLength = 70;

    public void Print(EvalReport report)
    {
        screen.WriteLine($"{report.CaseFile}: {Quantity.Of(report.Cases.Count, "case")}", Ink.Strong);
        foreach (var (verdict, count) in report.Verdicts)
        {
            screen.WriteLine($"{count,6}  {VerdictText.Of(verdict)}", verdict == Verdict.Correct ? Ink.Good : Ink.Warning);
        }

        screen.WriteLine();
        screen.WriteLine($"{"metric",-25} value  95 % interval  cases", Ink.Muted);
        foreach (var estimate in report.Metrics)
        {
            screen.Write($"{estimate.Name,-25} ");
            screen.Write(Number(estimate.Value), Ink.Strong);
            screen.WriteLine($"  {Number(estimate.Low)} … {Number(estimate.High)}  {estimate.Cases,5}{(estimate.LowerIsBetter ? "  (lower is better)" : "")}", Ink.Muted);
        }

        PrintKinds(report);
        screen.WriteLine();
        foreach (var time in report.Times)
        {
            screen.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{time.Stage,-10} median {time.Median,8:0.0} ms, 95th percentile {time.Percentile95,8:0.0} ms"), Ink.Muted);
        }

        PrintModel(report.Model);
    }

    public void Print(EvalComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Since {comparison.BaselineStartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(comparison.SameCorpus ? "" : ", over other documents")}:"), Ink.Strong);
        if (comparison.Cases.Count == 0)
        {
            screen.WriteLine("Every answer is as it was.", Ink.Good);
        }

        foreach (var group in comparison.Cases.GroupBy(compared => compared.Change))
        {
            screen.WriteLine($"{group.Count(),6}  {VerdictText.Of(group.Key)}", group.Key is CaseChange.Fixed ? Ink.Good : Ink.Warning);
            foreach (var compared in group.Take(MostCases))
            {
                screen.WriteLine($"        {compared.Id}  {TerminalText.Excerpt(compared.Question, ExcerptLength)}", Ink.Muted);
            }
        }
    }

    public void Print(IReadOnlyList<string>? gateFailures, string? gate)
    {
        if (gateFailures is null)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine(gateFailures.Count == 0 ? $"The gate {gate} passes." : $"The gate {gate} fails:", gateFailures.Count == 0 ? Ink.Good : Ink.Error);
        foreach (var reason in gateFailures)
        {
            screen.WriteLine($"  {reason}", Ink.Error);
        }
    }

    public void Print(ReportFiles files)
    {
        screen.WriteLine();
        screen.WriteLine($"Report: {files.Html}");
    }

    private void PrintKinds(EvalReport report)
    {
        if (report.Halves.Count > 1 || report.Kinds.Count > 0)
        {
            screen.WriteLine();
            screen.WriteLine($"{"half or kind",-15} cases  good   95 % interval  wrong without a doubt{(report.Kinds.Count > 0 && report.Halves.Count > 1 ? "      good by half" : "")}", Ink.Muted);
            foreach (var half in report.Halves)
            {
                PrintRow(half.Half.ToString().ToLowerInvariant(), half.Cases, half.Metrics, []);
            }
        }

        foreach (var kind in report.Kinds)
        {
            var halves = report.Halves.Count > 1 ? report.Halves : [];
            PrintRow(kind.Kind, kind.Cases, kind.Metrics, [.. halves.Select(half => half.Kinds.FirstOrDefault(each => each.Kind == kind.Kind))]);
        }
    }

    private void PrintRow(string name, int cases, IReadOnlyList<MetricEstimate> metrics, IReadOnlyList<KindMetrics?> halves)
    {
        var good = metrics.First(estimate => estimate.Name == "good");
        var wrong = metrics.First(estimate => estimate.Name == "confidently-wrong");
        screen.Write($"{name,-15} {cases,5}  ");
        screen.Write(Number(good.Value), Ink.Strong);
        screen.Write($"  {Number(good.Low)} … {Number(good.High)}  ", Ink.Muted);
        screen.Write(Number(wrong.Value), wrong.Value > 0 ? Ink.Warning : Ink.Strong);
        screen.WriteLine($"  {Number(wrong.Low)} … {Number(wrong.High)}  {string.Join("  ", halves.Select(half => half is null ? "    -" : Number(half.Metrics.First(estimate => estimate.Name == "good").Value)))}".TrimEnd(), Ink.Muted);
    }

    private void PrintModel(ModelSummary? model)
    {
        if (model is null)
        {
            return;
        }

        screen.WriteLine($"{"model",-10} wrote {Quantity.Of(model.Answers, "answer")}{(model.Tokens is { } tokens ? $", {tokens.Input} tokens read, {tokens.Output} written" : "")}", Ink.Muted);
        foreach (var (code, count) in model.Notes)
        {
            screen.WriteLine($"{count,6}  {code}", Ink.Warning);
        }
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
