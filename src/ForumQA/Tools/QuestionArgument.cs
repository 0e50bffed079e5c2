namespace ForumQA.Tools;

/// <summary>What a model asks.</summary>
internal static class QuestionArgument
{
    private const int LongestQuestion = 4000;

    /// <param name="question">What was passed.</param>
    /// <param name="name">The parameter that it was passed for.</param>
    /// <exception cref="ForumQAException">It is empty or enormous.</exception>
    public static void Require(string question, string name = "question")
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw ToolArgument.Invalid($"'{name}' is empty. Pass what the user wants to know{(name == "question" ? ", in a sentence" : " of, in a few words")}.");
        }

        if (question.Length > LongestQuestion)
        {
            throw ToolArgument.Invalid($"'{name}' has {question.Length} characters; {LongestQuestion} are allowed. Ask for one thing at a time.");
        }
    }
}
