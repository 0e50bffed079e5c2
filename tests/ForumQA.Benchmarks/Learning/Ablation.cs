using System.Globalization;

namespace ForumQA.Benchmarks.Learning;

/// <summary>What each feature of a model earns: the model learned again without it, measured where it was not learned.</summary>
internal static class Ablation
{
    /// <summary>Prints a line for each feature, the least useful first, and one for all together that earn nothing.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="features">Their names, by number.</param>
    /// <param name="measures">What <paramref name="learn"/> gives back, in words; higher is better. The last one decides.</param>
    /// <param name="together">Features to leave out all at once, and no others; those that the model does not have are passed over. Empty for one after the other.</param>
    /// <param name="learn">Learns without some features; for each measure the value of each held-out item.</param>
    public static void Print(string name, IReadOnlyList<string> features, IReadOnlyList<string> measures, IReadOnlyList<string> together, Func<IReadOnlySet<int>, double[][]> learn)
    {
        var all = learn(new HashSet<int>());
        Console.WriteLine($"{name}: {all[0].Length} held-out items; {string.Join(", ", measures.Zip(all, (measure, values) => string.Create(CultureInfo.InvariantCulture, $"{measure} {values.Average():.0000}")))}");
        Console.WriteLine($"| without | {string.Join(" | ", measures.Select(measure => $"{measure} lost [95% interval]"))} |\n|---|{string.Concat(measures.Select(_ => "---|"))}");
        if (together.Count > 0)
        {
            var numbers = together.Select(feature => features.ToList().IndexOf(feature)).Where(number => number >= 0).ToHashSet();
            Row($"these together: {string.Join(", ", numbers.Select(number => features[number]))}", Compare(all, learn(numbers)));
            Console.WriteLine();
            return;
        }

        var rows = features.Select((feature, i) => (Feature: feature, Number: i, Lost: Compare(all, learn(new HashSet<int> { i })))).OrderBy(row => row.Lost[^1].Mean).ToList();
        foreach (var row in rows)
        {
            Row(row.Feature, row.Lost);
        }

        var idle = rows.Where(row => row.Lost[^1].Mean <= 0).ToList();
        if (idle.Count > 0)
        {
            Row($"these together: {string.Join(", ", idle.Select(row => row.Feature))}", Compare(all, learn(idle.Select(row => row.Number).ToHashSet())));
        }

        Console.WriteLine();
    }

    /// <summary>A copy of a row in which some features say nothing.</summary>
    public static T[] Blank<T>(T[] row, IReadOnlySet<int> features) => features.Count == 0 ? row : [.. row.Select((value, i) => features.Contains(i) ? default! : value)];

    private static void Row(string name, IReadOnlyList<Loss> losses) => Console.WriteLine(
        $"| {name} | {string.Join(" | ", losses.Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Mean:+.00000;-.00000} [{loss.Mean - loss.Margin:+.00000;-.00000}, {loss.Mean + loss.Margin:+.00000;-.00000}]")))} |");

    private static List<Loss> Compare(double[][] with, double[][] without) => [.. with.Zip(without, (a, b) => Loss.Of([.. a.Zip(b, (x, y) => x - y)]))];

    /// <param name="Mean">Of the differences item by item.</param>
    /// <param name="Margin">1.96 standard errors of it.</param>
    private readonly record struct Loss(double Mean, double Margin)
    {
        public static Loss Of(double[] differences)
        {
            var mean = differences.Average();
            return new Loss(mean, 1.96 * Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / differences.Length / differences.Length));
        }
    }
}
