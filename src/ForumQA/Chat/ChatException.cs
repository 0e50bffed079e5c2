namespace ForumQA.Chat;

/// <summary>The language model's service failed. The message says how and what to do; it never contains the key.</summary>
public sealed class ChatException : ForumQAException
{
    internal ChatException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }
}
