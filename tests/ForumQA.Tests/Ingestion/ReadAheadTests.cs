using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

public sealed class ReadAheadTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Gives_results_in_the_order_of_the_items_whichever_is_done_first()
    {
        var first = new TaskCompletionSource();
        var items = Enumerable.Range(0, 600).ToList();
        using var ahead = new ReadAhead<int, int>(items, _ => 1, async (item, _) =>
        {
            if (item == 0)
            {
                await first.Task;
            }
            else if (item == 200)
            {
                first.SetResult();
            }

            return item;
        });

        foreach (var item in items)
        {
            Assert.Equal(item, await ahead.Next());
        }
    }

    [Fact]
    public async Task Reads_a_large_file_alone_and_never_much_at_once()
    {
        var (underWay, most) = (0L, 0L);
        int[] sizes = [1, 3, 5, 7, 20, 2, 2, 2, 2, 2, 9, 1, 1, 1];
        using var ahead = new ReadAhead<int, int>(sizes, size => size * Megabyte, (size, _) =>
        {
            most = Math.Max(most, Interlocked.Add(ref underWay, size));
            return Task.FromResult(size);
        });

        foreach (var size in sizes)
        {
            Assert.Equal(size, await ahead.Next());
            Interlocked.Add(ref underWay, -size);
        }

        Assert.Equal(20, most);
    }

    [Fact]
    public async Task Tells_what_is_under_way_to_stop()
    {
        var (begun, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ahead = new ReadAhead<int, int>([0, 1], _ => 1, async (item, cancellationToken) =>
        {
            if (item == 1)
            {
                await using var stopping = cancellationToken.Register(stopped.SetResult);
                begun.SetResult();
                await stopped.Task;
            }

            return item;
        });
        await ahead.Next();

        // What has not begun is not begun any more.
        await begun.Task;
        ahead.Dispose();

        await stopped.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }
}
