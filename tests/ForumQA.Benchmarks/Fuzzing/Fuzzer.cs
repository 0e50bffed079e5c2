using System.Diagnostics;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Gives a target one input after the other and holds each to a time and to what it allocates.</summary>
internal static class Fuzzer
{
    /// <summary>No input may take longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>No input may allocate more bytes in all.</summary>
    private const long MostAllocated = 2L * 1024 * 1024 * 1024;

    /// <param name="target">What reads them.</param>
    /// <param name="seed">Of the inputs.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="limit">No input may take longer; <see cref="Limit"/>, or more where a machine is slow and shared.</param>
    /// <param name="until">When to stop early; null for never.</param>
    public static FuzzResult Run(FuzzTarget target, int seed, int inputs, TimeSpan limit, Stopwatch? until = null)
    {
        var mutator = new Mutator(new Random(seed), target.Tokens);
        var findings = new Dictionary<string, FuzzFinding>(StringComparer.Ordinal);
        var (slowest, most, done) = (TimeSpan.Zero, 0L, 0);
        for (; done < inputs && (until is null || until.Elapsed < TimeSpan.FromMinutes(7)); done++)
        {
            var input = done < target.Seeds.Count ? target.Seeds[done] : mutator.Next(target.Seeds);
            var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
            var failure = ReadWithin(target, input, limit);
            var allocated = GC.GetTotalAllocatedBytes() - before;
            (slowest, most) = (watch.Elapsed > slowest ? watch.Elapsed : slowest, Math.Max(most, allocated));
            failure ??= allocated > MostAllocated ? $"allocated {allocated / 1_000_000} MB" : null;
            if (failure is not null)
            {
                findings.TryAdd(failure, new FuzzFinding(target.Name, failure, input));
            }

            if (failure == FuzzFinding.Hang)
            {
                // It still runs and would slow down whatever comes next.
                return new FuzzResult(done + 1, slowest, most, [.. findings.Values]);
            }
        }

        return new FuzzResult(done, slowest, most, [.. findings.Values]);
    }

    /// <summary>Gives a target each of its tokens repeated, by itself and within its first seed.</summary>
    /// <param name="target">What reads them.</param>
    /// <param name="length">Of the repetition, in bytes.</param>
    public static FuzzResult RunLong(FuzzTarget target, int length)
    {
        var findings = new List<FuzzFinding>();
        var (slowest, most, done) = (TimeSpan.Zero, 0L, 0);
        foreach (var token in target.Tokens.Concat(Mutator.Everywhere))
        {
            byte[] repeated = [.. Enumerable.Repeat(token, length / token.Length).SelectMany(one => one)];
            var half = target.Seeds[0].Length / 2;
            foreach (var input in new[] { repeated, [.. target.Seeds[0][..half], .. repeated, .. target.Seeds[0][half..]] })
            {
                var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
                var failure = ReadWithin(target, input, 4 * Limit);
                var allocated = GC.GetTotalAllocatedBytes() - before;
                (slowest, most, done) = (watch.Elapsed > slowest ? watch.Elapsed : slowest, Math.Max(most, allocated), done + 1);
                if (failure is not null || watch.Elapsed > Limit)
                {
                    findings.Add(new FuzzFinding(target.Name, $"{failure ?? FuzzFinding.Hang} ({watch.Elapsed.TotalSeconds:0.0} s) of {System.Text.Encoding.Latin1.GetString(token)}{(input == repeated ? "" : " in a seed")}", input));
                }
            }
        }

        return new FuzzResult(done, slowest, most, findings);
    }

    /// <summary>Gives an input.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    public static string? ReadWithin(FuzzTarget target, byte[] input, TimeSpan limit)
    {
        // Of its own stack, as large as a thread pool's: what overflows here would there.
        var reading = Task.Run(() => target.Read(input));
        try
        {
            return reading.Wait(limit) ? null : FuzzFinding.Hang;
        }
        catch (AggregateException e)
        {
            var cause = e.GetBaseException();
            var frame = new StackTrace(cause).GetFrames().Select(one => one.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("ForumQA", StringComparison.Ordinal) == true);
            return $"{cause.GetType().Name} in {frame?.DeclaringType?.Name}.{frame?.Name}: {cause.Message.ReplaceLineEndings(" ")[..Math.Min(cause.Message.Length, 60)]}";
        }
    }
}

/// <summary>What came of some inputs.</summary>
/// <param name="Inputs">How many.</param>
/// <param name="Slowest">What the slowest took.</param>
/// <param name="MostAllocated">What the greediest allocated, in bytes.</param>
/// <param name="Findings">The first input of each kind of failure.</param>
internal sealed record FuzzResult(int Inputs, TimeSpan Slowest, long MostAllocated, IReadOnlyList<FuzzFinding> Findings);

/// <summary>An input that was not borne.</summary>
/// <param name="Target">What read it.</param>
/// <param name="What">What went wrong.</param>
/// <param name="Input">The input.</param>
internal sealed record FuzzFinding(string Target, string What, byte[] Input)
{
    public const string Hang = "took too long";
}
