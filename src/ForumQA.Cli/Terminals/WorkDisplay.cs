using Spectre.Console;

namespace ForumQA.Cli.Terminals;

/// <summary>Shows how far some work has come, once it takes long enough for people to wonder: a bar on a terminal, now and then a line elsewhere.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="title">What is being done, such as <c>Indexing</c>.</param>
/// <param name="noun">What it is done to, in the singular.</param>
/// <param name="latest">How far it has come; null before the first step.</param>
internal sealed class WorkDisplay(Screen screen, string title, string noun, Func<WorkProgress?> latest)
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

    private string Describe(WorkProgress? progress) => progress is null ? title : $"{progress.Title ?? title} {progress.Done} of {Quantity.Of(progress.Total, noun)}";

    private Task ShowBarAsync(IAnsiConsole console, Task work) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask(title);
            do
            {
                var progress = latest();
                if (progress is not null)
                {
                    bar.MaxValue = progress.Total;
                    bar.Value = progress.Done;
                }

                bar.Description = Describe(progress);
            }
            while (!await EndsWithinAsync(work, Redraw).ConfigureAwait(false));
        });

    private async Task ShowLinesAsync(Task work)
    {
        do
        {
            screen.WriteLine($"{Describe(latest())}…");
            screen.Flush();
        }
        while (!await EndsWithinAsync(work, BetweenLines).ConfigureAwait(false));
    }
}

/// <summary>How far some work has come.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Title">What is being done, when it is not what the display is called.</param>
internal sealed record WorkProgress(int Done, int Total, string? Title = null);
