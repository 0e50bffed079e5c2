using ForumQA.Evaluation.Cases;

namespace ForumQA.Evaluation.Running;

/// <summary>A case with what ForumQA did and what is to be thought of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">What ForumQA did.</param>
/// <param name="Score">How it compares with what was expected.</param>
public sealed record JudgedCase(EvalCase Case, CaseResult Result, CaseScore Score);
