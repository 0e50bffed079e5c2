using ForumQA.Api.Configuration;
using ForumQA.Api.Indexing;

namespace ForumQA.Tests.Api;

/// <summary>Documents that change under a running service.</summary>
public sealed class CorpusWatcherTests
{
    private const string Question = "How long is the bridge of Farland?";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("00:30:00")]
    [InlineData("00:00:01")]
    public async Task What_is_written_changed_and_deleted_is_noticed_without_being_asked(string interval)
    {
        // On a busy machine it takes more questions than the service answers in a minute until one is answered from the new text.
        await using var service = await RunningService.StartAsync(
            settings: ["--Api:Rate:AnswersPerMinute=0", "--Api:Rate:RequestsPerMinute=0", "--Api:Watch:Enabled=true", "--Api:Watch:Quiet=00:00:00.05", $"--Api:Watch:Interval={interval}"]);

        service.Folder.Write("new/bridge.md", "The bridge of Farland is 300 metres long.");
        await WaitForAsync(service, answer => answer.Contains("300 metres", StringComparison.Ordinal));
        service.Folder.Write("new/bridge.md", "The bridge of Farland is 4,000 metres long.");
        await WaitForAsync(service, answer => answer.Contains("4,000 metres", StringComparison.Ordinal));
        Directory.Delete(Path.Combine(service.Folder.Corpus, "new"), recursive: true);
        await WaitForAsync(service, answer => !answer.Contains("bridge of Farland is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 0, .5, 30)]
    [InlineData(true, 3, .5, 60)]
    [InlineData(false, 3, .5, .5)]
    [InlineData(false, 0, 0, .1)]
    public void The_next_look_costs_little_of_the_time_and_never_comes_at_once(bool done, double took, double quiet, double expected)
    {
        var options = new WatchOptions { Quiet = TimeSpan.FromSeconds(quiet), Interval = TimeSpan.FromSeconds(30) };

        Assert.Equal(TimeSpan.FromSeconds(expected), CorpusWatcher.NextWait(done, TimeSpan.FromSeconds(took), options));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_polled()
    {
        using var folder = new TemporaryFolder();
        using var events = new FolderEvents(Path.Combine(folder["missing"], "deeper", "file.md"), TimeProvider.System);

        Assert.NotNull(events.Failure);
        Assert.False(await events.WaitAsync(TimeSpan.FromMilliseconds(10), CancellationToken.None));
    }

    private static async Task WaitForAsync(RunningService service, Func<string, bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isThere((await service.PostJsonAsync("/v1/answers", new { question = Question })).ToJsonString()))
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
