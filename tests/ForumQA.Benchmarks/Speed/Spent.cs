using System.Diagnostics;

namespace ForumQA.Benchmarks.Speed;

/// <summary>What a piece of work cost this process.</summary>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Processor">Of all cores together.</param>
/// <param name="Memory">The most bytes of it that lay in memory beyond what did before, looked at every 50 ms.</param>
internal sealed record Spent(TimeSpan Elapsed, TimeSpan Processor, long Memory)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static async Task<Spent> OnAsync(Func<Task> work)
    {
        GC.Collect();
        var before = WorkingSet();
        var most = before;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, WorkingSet());
                await Task.Delay(Interval, CancellationToken.None).ConfigureAwait(false);
            }
        });
        var (processor, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await work().ConfigureAwait(false);
        var spent = (watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
        await stop.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        return new Spent(spent.Elapsed, spent.Item2, most - before);
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
