using System.Diagnostics;
using ForumQA.Benchmarks.Speed;
using ForumQA.Storage;
using ForumQA.Tests.Cli;
using ForumQA.Tests.Storage;

namespace ForumQA.Tests.Harm;

/// <summary>Processes that are killed or meet each other. Two hundred kills: <c>-- kills</c> of ForumQA.Benchmarks.</summary>
public sealed class KillTests : IDisposable
{
    private readonly CliCorpus _corpus = new();
    private readonly SeededCorpus _documents = new(seed: 7, Repository.Path("seeds"));

    [Fact]
    public async Task Killed_at_any_moment_indexing_leaves_a_sound_index_and_the_next_run_ends_as_if_nothing_had_been()
    {
        var random = new Random(20261129);
        var span = TimeSpan.Zero;
        for (var kill = -1; kill < 4; kill++)
        {
            _documents.Write(_corpus.Path, passages: 300 * (kill + 2), passagesPerDocument: 25);
            using var process = Index();
            var watch = Stopwatch.StartNew();
            if (kill < 0)
            {
                await process.WaitForExitAsync();
                span = watch.Elapsed;
                continue;
            }

            // Any moment will do, also one before its first or after its last transaction.
            await Task.Delay(span * random.NextDouble());
            process.Kill();
            await process.WaitForExitAsync();
            using (var store = IndexStore.OpenOrCreate(_corpus.IndexFile))
            {
                Assert.Empty(store.Check());
            }

            await FinishAsync(_corpus.IndexFile);
            Assert.Equal(await UndisturbedAsync(), IndexContents.HashOf(_corpus.IndexFile));
        }
    }

    [Fact]
    public async Task Two_processes_that_index_at_once_both_end_well_and_leave_what_one_would()
    {
        _documents.Write(_corpus.Path, passages: 600, passagesPerDocument: 10);

        using var one = Index();
        using var other = Index();
        await Task.WhenAll(one.WaitForExitAsync(), other.WaitForExitAsync());

        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.Equal(await UndisturbedAsync(), IndexContents.HashOf(_corpus.IndexFile));
    }

    public void Dispose() => _corpus.Dispose();

    private Process Index() => CliProcess.Start(_corpus.Folder, new Dictionary<string, string>(), "index", "--corpus", _corpus.Path, "--index", _corpus.IndexFile);

    /// <summary>In this process: nobody kills it, and starting one takes longer than indexing does.</summary>
    private async Task FinishAsync(string index)
    {
        var run = await CliRun.InvokeAsync("", "index", "--corpus", _corpus.Path, "--index", index);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private async Task<string> UndisturbedAsync()
    {
        var fresh = Path.ChangeExtension(_corpus.IndexFile, ".fresh.db");
        File.Delete(fresh);
        await FinishAsync(fresh);
        return IndexContents.HashOf(fresh);
    }
}
