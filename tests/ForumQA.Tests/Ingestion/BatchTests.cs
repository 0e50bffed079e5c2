using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

public sealed class BatchTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _written = [];

    [Fact]
    public void Writes_when_there_are_many_passages_and_when_told_to()
    {
        var batch = Create();

        batch.Add("a", 600);
        batch.Add("b", 399);
        Assert.Empty(_written);
        batch.Add("c", 1);
        batch.Add("d", 1);
        Assert.Equal(["abc"], _written);
        batch.Write();
        batch.Write();

        Assert.Equal(["abc", "d"], _written);
    }

    [Fact]
    public void Writes_what_has_waited_a_second()
    {
        var batch = Create();

        batch.Add("a", 1);
        _time.Pass(TimeSpan.FromSeconds(0.9));
        batch.Add("b", 1);
        Assert.Empty(_written);
        _time.Pass(TimeSpan.FromSeconds(0.1));
        batch.Add("c", 1);

        Assert.Equal(["abc"], _written);
    }

    [Fact]
    public async Task Nothing_waits_longer_for_something_slow()
    {
        var batch = Create();
        var slow = new TaskCompletionSource<int>();
        batch.Add("a", 1);

        var waiting = batch.WaitAsync(slow.Task, CancellationToken.None);
        Assert.Empty(_written);
        _time.Pass(TimeSpan.FromSeconds(1));
        slow.SetResult(7);

        Assert.Equal(7, await waiting);
        Assert.Equal(["a"], _written);
    }

    [Fact]
    public async Task What_comes_soon_is_written_together()
    {
        var batch = Create();
        var soon = new TaskCompletionSource<int>();
        batch.Add("a", 1);

        var waiting = batch.WaitAsync(soon.Task, CancellationToken.None);
        soon.SetResult(7);

        Assert.Equal(7, await waiting);
        Assert.Empty(_written);
    }

    private Batch<string> Create() => new(items => _written.Add(string.Concat(items)), _time);
}
