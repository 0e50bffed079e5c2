namespace ForumQA.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something happened that nobody expected.</summary>
    public const int Bug = 1;

    /// <summary>The command line, the configuration, the corpus or the index is not in order; the message names the remedy.</summary>
    public const int Usage = 2;

    /// <summary><c>eval</c> measured less than the thresholds ask for, <c>verify</c> found a quotation that no longer holds, or <c>check</c> a sentence that the documents contradict.</summary>
    public const int BelowThreshold = 3;

    /// <summary><c>ask</c> found no answer in the documents.</summary>
    public const int NotFound = 4;

    /// <summary>Stopped with Ctrl-C: 128 and the number of SIGINT, as shells count.</summary>
    public const int Cancelled = 130;
}
