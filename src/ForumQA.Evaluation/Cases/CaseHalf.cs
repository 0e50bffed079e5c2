namespace ForumQA.Evaluation.Cases;

/// <summary>The two halves of an eval set. Settings are tuned on one and reported on the other, so that no number is a promise to itself.</summary>
public enum CaseHalf
{
    /// <summary>For choosing settings.</summary>
    Tune,

    /// <summary>For reporting what the chosen settings are worth.</summary>
    Report,
}
