namespace ForumQA.Tools;

/// <summary>What a model asks.</summary>
internal static class QuestionArgument
{
    private const int LongestQuestion = 4000;

    /// <exception cref="ForumQAException">It is empty or enormous.</exception>
    public static void Require(string question)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw ToolArgument.Invalid("'question' is empty. Pass what the user wants to know, in a sentence.");
        }

        if (question.Length > LongestQuestion)
        {
            throw ToolArgument.Invalid($"'question' has {question.Length} characters; {LongestQuestion} are allowed. Ask for one thing at a time.");
        }
    }
}
