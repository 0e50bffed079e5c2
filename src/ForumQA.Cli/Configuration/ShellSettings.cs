namespace ForumQA.Cli.Configuration;

/// <summary>What the command line says, whichever the command.</summary>
internal sealed record ShellSettings
{
    /// <summary>The corpus; null when the configuration decides.</summary>
    public string? Corpus { get; init; }

    /// <summary>The index file; null when the configuration decides.</summary>
    public string? Index { get; init; }

    /// <summary>The configuration file that replaces the usual ones; null for the usual ones.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Whether to print JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether to leave the index as it is.</summary>
    public bool NoSync { get; init; }

    /// <summary>Whether to print neither colours nor any other escape code.</summary>
    public bool NoColor { get; init; }

    /// <summary>Whether a bug shows where it happened.</summary>
    public bool Verbose { get; init; }
}
