using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using Spectre.Console;

namespace ForumQA.Cli.Indexing;

/// <summary>Shows how far indexing has come, once it takes long enough for people to wonder: a bar on a terminal, now and then a line elsewhere.</summary>
internal sealed class IndexingDisplay(Screen screen, LatestProgress progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Returns when <paramref name="work"/> has ended, however it ended; never throws what it throws.</summary>
    public async Task ShowAsync(Task work)
    {
        if (await EndsWithinAsync(work, Patience).ConfigureAwait(false))
        {
            return;
        }

        if (screen is StyledScreen styled)
        {
            await ShowBarAsync(styled.Console, work).ConfigureAwait(false);
        }
        else
        {
            await ShowLinesAsync(work).ConfigureAwait(false);
        }
    }

    private static async Task<bool> EndsWithinAsync(Task work, TimeSpan time)
    {
        await Task.WhenAny(work, Task.Delay(time, CancellationToken.None)).ConfigureAwait(false);
        return work.IsCompleted;
    }

    private static string Describe(IndexingProgress? latest) => latest is null
        ? "Indexing"
        : $"Indexing {latest.Done} of {Quantity.Of(latest.Total, "document")}";

    private Task ShowBarAsync(IAnsiConsole console, Task work) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask("Indexing");
            do
            {
                if (progress.Latest is { } latest)
                {
                    bar.MaxValue = latest.Total;
                    bar.Value = latest.Done;
                }

                bar.Description = Describe(progress.Latest);
            }
            while (!await EndsWithinAsync(work, Redraw).ConfigureAwait(false));
        });

    private async Task ShowLinesAsync(Task work)
    {
        do
        {
            screen.WriteLine($"{Describe(progress.Latest)}…");
            screen.Flush();
        }
        while (!await EndsWithinAsync(work, BetweenLines).ConfigureAwait(false));
    }
}
