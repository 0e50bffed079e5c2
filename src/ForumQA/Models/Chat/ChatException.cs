namespace ForumQA.Models.Chat;

/// <summary>The language model's service failed. The message says how and what to do; it never contains the key.</summary>
/// <remarks>
/// Codes: <c>chat-unreachable</c>, <c>chat-timeout</c>, <c>chat-interrupted</c>, <c>chat-circuit-open</c>, <c>chat-busy</c>,
/// <c>chat-quota-exceeded</c>, <c>chat-key-refused</c>, <c>chat-model-unknown</c>, <c>chat-context-too-long</c>,
/// <c>chat-refused</c>, <c>chat-failed</c>, <c>chat-bad-answer</c>, <c>chat-not-configured</c>, <c>chat-empty</c>, <c>chat-looping</c>, <c>chat-cut-off</c>.
/// </remarks>
public sealed class ChatException : ForumQAException
{
    /// <summary>Creates the exception, as whatever asks a model does when that fails.</summary>
    /// <param name="code">One of those above.</param>
    /// <param name="message">How the model failed and what to do about it.</param>
    /// <param name="innerException">The cause, for logs.</param>
    public ChatException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    internal static ChatException NotConfigured() => new(
        "chat-not-configured", "No language model is configured. Set Chat:Endpoint and Chat:Model, or ask for the documents' own sentences.");

    internal static ChatException Empty() => new(
        "chat-empty", "The language model wrote nothing. Ask again, raise Chat:MaxOutputTokens, or configure another model with Chat:Model.");

    internal static ChatException Looping() => new(
        "chat-looping", "The language model began to repeat itself and was stopped. Configure another model with Chat:Model if it does so often.");

    internal static ChatException CutOff() => new(
        "chat-cut-off", "The language model had no tokens left to finish its answer. Raise Chat:MaxOutputTokens, or max_tokens in the prompt.");

    /// <summary>How long the service asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Whether the same request may well succeed a little later.</summary>
    internal bool IsTransient { get; init; }
}
