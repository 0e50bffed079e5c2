namespace ForumQA;

/// <summary>A failure that is expected to happen to users. Its message names the remedy and may be shown as it is.</summary>
public class ForumQAException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Stable and machine-readable, such as <c>index-missing</c>.</param>
    /// <param name="message">What is wrong and what to do about it.</param>
    /// <param name="innerException">The cause, for logs.</param>
    public ForumQAException(string code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
    }

    /// <summary>Stable and machine-readable, such as <c>index-missing</c>.</summary>
    public string Code { get; }
}
