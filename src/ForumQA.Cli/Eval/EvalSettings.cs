using ForumQA.Evaluation.Cases;

namespace ForumQA.Cli.Eval;

/// <summary>What the command line says of an eval.</summary>
internal sealed record EvalSettings
{
    /// <summary>The case file.</summary>
    public required string Cases { get; init; }

    /// <summary>Where the reports go; null for the default.</summary>
    public string? Folder { get; init; }

    /// <summary>The report to compare with; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The thresholds to reach; null for none.</summary>
    public string? Gate { get; init; }

    /// <summary>The half of the cases to run; null for all.</summary>
    public CaseHalf? Half { get; init; }

    /// <summary>How many questions are asked at a time.</summary>
    public required int Parallelism { get; init; }
}
