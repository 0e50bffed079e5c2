namespace ForumQA.Answering.Prompts;

/// <summary>A prompt file or folder cannot be used. The message names the file and the remedy.</summary>
public sealed class PromptException : ForumQAException
{
    internal PromptException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    /// <param name="file">The file as its user knows it.</param>
    /// <param name="problem">What is wrong and what to do, in whole sentences.</param>
    /// <param name="cause">For logs.</param>
    internal static PromptException Invalid(string file, string problem, Exception? cause = null) =>
        new("prompt-invalid", $"The prompt file '{file}' cannot be used: {problem}", cause);
}
