namespace ForumQA.Answering.Planning;

/// <summary>Answers one kind of question from the whole scope of it, where the best sentence alone would not do.</summary>
internal interface IAnswerPlan
{
    /// <summary>Chooses what to say.</summary>
    /// <param name="context">The question and the index.</param>
    /// <returns>Null when the question is better answered as any other.</returns>
    PlannedAnswer? Answer(PlanContext context);
}
