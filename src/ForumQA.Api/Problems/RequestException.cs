namespace ForumQA.Api.Problems;

/// <summary>A request that cannot be served as it is. The message says what to change.</summary>
internal sealed class RequestException(string code, string message, string? field = null, Exception? innerException = null)
    : ForumQAException(code, message, innerException)
{
    /// <summary>The field or parameter that is wrong; null when it is none.</summary>
    public string? Field { get; } = field;
}
