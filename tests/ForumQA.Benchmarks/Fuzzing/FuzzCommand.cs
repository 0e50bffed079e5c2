using System.Diagnostics;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Gives each reader inputs that nobody would write.</summary>
internal static class FuzzCommand
{
    /// <param name="seeds">The folder of documents; <c>evals/forum.jsonl</c> lies beside it.</param>
    /// <param name="inputs">For each target.</param>
    /// <param name="seed">Of the inputs.</param>
    /// <param name="only">The names of some targets, parted by commas; null for all.</param>
    /// <param name="to">A folder for the inputs that were not borne; null for none.</param>
    /// <param name="length">Where not 0, each token is repeated to so many bytes instead: what takes time with the square of its length shows then.</param>
    /// <param name="replay">A folder with such inputs, to be given again; null to make new ones.</param>
    public static async Task<int> RunAsync(string seeds, int inputs, int seed, string? only, string? to, string? replay, int length)
    {
        using var answers = new AnswerTargets(seeds);
        var api = await ApiTarget.StartAsync(seeds).ConfigureAwait(false);
        await using var _ = api.ConfigureAwait(false);
        var targets = ReaderTargets.All(seeds).Concat(answers.All()).Append(api.Target).ToList();
        if (replay is not null)
        {
            return Replay(targets, replay);
        }

        var findings = new List<FuzzFinding>();
        var watch = Stopwatch.StartNew();
        Console.WriteLine("| target | inputs | a second | slowest ms | most MB allocated | findings |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var target in targets.Where(target => only is null || only.Split(',').Contains(target.Name)))
        {
            var began = watch.Elapsed;
            var result = length > 0 ? Fuzzer.RunLong(target, length) : Fuzzer.Run(target, seed, inputs, Fuzzer.Limit, watch);
            findings.AddRange(result.Findings);
            Console.WriteLine($"| {target.Name} | {result.Inputs} | {result.Inputs / (watch.Elapsed - began).TotalSeconds:0} | {result.Slowest.TotalMilliseconds:0} | {result.MostAllocated / 1e6:0} | {result.Findings.Count} |");
        }

        for (var i = 0; i < findings.Count; i++)
        {
            Console.WriteLine($"{i}. {findings[i].Target}: {findings[i].What} ({findings[i].Input.Length} bytes)");
            if (to is not null)
            {
                Directory.CreateDirectory(to);
                await File.WriteAllBytesAsync(Path.Combine(to, $"{seed}-{i}-{findings[i].Target.Replace(' ', '-')}"), findings[i].Input).ConfigureAwait(false);
            }
        }

        return findings.Count == 0 ? 0 : 1;
    }

    private static int Replay(List<FuzzTarget> targets, string folder)
    {
        var failed = 0;
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var target = targets.Where(one => path.EndsWith(one.Name.Replace(' ', '-'), StringComparison.Ordinal)).MaxBy(one => one.Name.Length)!;
            var watch = Stopwatch.StartNew();
            var failure = Fuzzer.ReadWithin(target, File.ReadAllBytes(path), 20 * Fuzzer.Limit);
            failed += failure is null && watch.Elapsed < Fuzzer.Limit ? 0 : 1;
            Console.WriteLine($"{Path.GetFileName(path)}: {watch.Elapsed.TotalMilliseconds:0} ms {failure}");
        }

        return failed == 0 ? 0 : 1;
    }
}
