using ForumQA.Answering.Verification;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Support;

/// <summary><c>support --data FOLDER</c> prints how well support is judged, on the half not learned from, and what each threshold lets through on the other.</summary>
internal static class SupportCommand
{
    private static readonly double[] Thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9];

    public static int Measure(string folder)
    {
        var data = new SupportData(folder);
        ClaimReport.Print(data);
        SourceReport.Print(data);
        CheckReport.PrintAsync(data, isLearnedHalf: false).GetAwaiter().GetResult();
        CheckReport.PrintAsync(data, isLearnedHalf: true).GetAwaiter().GetResult();
        PrintThresholds(data);
        return 0;
    }

    /// <summary>What each probability would let through, learned on one quarter of the questions and counted on the next.</summary>
    private static void PrintThresholds(SupportData data)
    {
        Console.WriteLine("| from | experts: Complete | Partial, Incomplete | own source | other sources | true sentences | with an error planted |\n|---|---|---|---|---|---|---|");
        var counts = new Dictionary<double, int[]>();
        var totals = new int[6];
        foreach (var fold in new[] { 0, 1 })
        {
            var model = new LinearModel<SupportFeature>(SupportRows.Learn(data, question => SupportData.IsLearned(question) && question.Length % 2 != fold).ToLines());
            var (claims, sources, planted) = SupportRows.Read(data, question => SupportData.IsLearned(question) && question.Length % 2 == fold);
            foreach (var (row, column) in claims.Select(row => (row, 0)).Concat(sources.Select(row => (row, 2))).Concat(planted.Select(row => (row, 4))))
            {
                var at = column + (row.IsPositive ? 0 : 1);
                var probability = 1 / (1 + Math.Exp(-model.Score([.. row.Row.Select(value => (double)value)])));
                totals[at]++;
                foreach (var threshold in Thresholds)
                {
                    counts.TryAdd(threshold, new int[6]);
                    counts[threshold][at] += probability >= threshold ? 1 : 0;
                }
            }
        }

        foreach (var (threshold, row) in counts)
        {
            Console.WriteLine($"| {threshold} | {string.Join(" | ", row.Select((count, i) => $"{count / (double)totals[i]:.000}"))} |");
        }
    }
}
