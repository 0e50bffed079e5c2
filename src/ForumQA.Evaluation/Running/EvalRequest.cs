using ForumQA.Evaluation.Cases;

namespace ForumQA.Evaluation.Running;

/// <summary>What to evaluate, and how.</summary>
public sealed record EvalRequest
{
    /// <summary>The cases.</summary>
    public required CaseFile Cases { get; init; }

    /// <summary>Where results are kept until the run is complete, so that a run that was stopped goes on where it was.</summary>
    public required string ResumeFile { get; init; }

    /// <summary>Only this half of the cases; null, the default, for all.</summary>
    public CaseHalf? Half { get; init; }

    /// <summary>Whether every question is answered, so that a threshold can be chosen. Default false.</summary>
    public bool NeverRefuse { get; init; }

    /// <summary>How many questions are asked at a time. Default 1, which is what times should be measured with.</summary>
    public int Parallelism { get; init; } = 1;
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Cases dealt with.</param>
/// <param name="Total">Cases to deal with.</param>
/// <param name="CaseId">The one that was just dealt with.</param>
public sealed record EvalProgress(int Done, int Total, string CaseId);
