using System.Buffers;
using System.Security.Cryptography;

namespace ForumQA.Api.Requests;

/// <summary>Names a request in the log, in problems and to the client.</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>The client's id when it is harmless, else a new one.</summary>
    public static string Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= MaxLength } given] && !given.AsSpan().ContainsAnyExcept(Allowed)
            ? given
            : RandomNumberGenerator.GetHexString(16, lowercase: true);
}
