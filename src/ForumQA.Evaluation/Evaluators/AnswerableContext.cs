using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>Whether the sources answer the question, as somebody who knows them says.</summary>
/// <param name="isAnswerable">Whether they do.</param>
public sealed class AnswerableContext(bool isAnswerable)
    : EvaluationContext(ContextName, isAnswerable ? "The sources answer the question." : "The sources do not answer the question.")
{
    /// <summary>The name of every context of this kind.</summary>
    public const string ContextName = "Answerable";

    /// <summary>Whether they do.</summary>
    public bool IsAnswerable { get; } = isAnswerable;
}
