using ForumQA.Answering;
using ForumQA.Cli.Terminals;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Answers;

/// <summary>Shows that nothing was found, why, and what came nearest.</summary>
internal sealed class AbstentionPrinter(Screen screen)
{
    /// <summary>How many of the nearest passages are shown; <c>/open</c> takes their numbers.</summary>
    public const int NearestShown = 3;

    private const int ExcerptLength = 180;

    public void Print(Abstention? abstention)
    {
        screen.WriteLine("Not in these documents.", Ink.Warning);
        if (abstention is null)
        {
            return;
        }

        screen.WriteLine(TerminalText.OneLine(abstention.Reason));

        // The reason often names them already.
        if (abstention.UnmatchedTerms.Any(term => !abstention.Reason.Contains(term, StringComparison.OrdinalIgnoreCase)))
        {
            screen.WriteLine($"Found nowhere: {string.Join(", ", abstention.UnmatchedTerms)}");
        }

        PrintNearest(abstention.Nearest);
    }

    private void PrintNearest(IReadOnlyList<Evidence> nearest)
    {
        if (nearest.Count == 0)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine("What comes nearest:", Ink.Muted);
        for (var i = 0; i < Math.Min(nearest.Count, NearestShown); i++)
        {
            PassagePrinter.Print(screen, i + 1, nearest[i], ExcerptLength);
        }
    }
}
