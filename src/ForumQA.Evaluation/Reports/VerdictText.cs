using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>Verdicts and changes in words for people.</summary>
public static class VerdictText
{
    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "Correct",
        Verdict.WrongAnswer => "No accepted answer in what was answered",
        Verdict.EvidenceNotCited => "The expected evidence is not cited",
        Verdict.NotVerbatim => "A quotation is not verbatim",
        Verdict.FalseRefusal => "Refused, though the documents answer it",
        Verdict.FalseAnswer => "Answered, though the documents do not",
        Verdict.Failed => "Could not be answered",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>A change between two runs.</summary>
    public static string Of(CaseChange change) => change switch
    {
        CaseChange.Broken => "Broken",
        CaseChange.EvidenceLost => "Evidence lost",
        CaseChange.Fixed => "Fixed",
        CaseChange.OtherWording => "Other wording",
        CaseChange.New => "New or changed case",
        CaseChange.Gone => "Case gone",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };
}
