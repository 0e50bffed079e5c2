using System.Text.Json;
using ForumQA.Models.Endpoints;

namespace ForumQA.Models.Chat;

/// <summary>Says in the user's words what went wrong with the service.</summary>
/// <param name="options">Whose key never gets into a message.</param>
/// <param name="model">The model that was asked; null for the configured one.</param>
internal sealed class ChatFailures(ChatModelOptions options, string? model = null)
{
    private readonly string? _model = model ?? options.Model;
    private readonly string _service = $"The model service at {options.Endpoint}";

    /// <summary>The service refused the request or failed.</summary>
    /// <param name="status">Of HTTP, or what an error inside a stream stands for.</param>
    /// <param name="error">What it says.</param>
    /// <param name="retryAfter">How long it asks to be left alone; null when it does not say.</param>
    public ChatException Refused(int status, ServiceError error, TimeSpan? retryAfter = null) => status switch
    {
        401 or 403 => new("chat-key-refused", $"{_service} refused the key. Check Chat:ApiKey."),
        _ when error.IsContextTooLong || status == 413 => new(
            "chat-context-too-long",
            $"What was asked is longer than the model '{_model}' can read.{Quote(error)} Lower Chat:ContextTokens to what the model has."),
        404 or 405 => new(
            "chat-model-unknown",
            $"{_service} does not know the model '{_model}' or the address.{Quote(error)} Check Chat:Model, and that Chat:Endpoint ends in /v1."),
        429 when error.IsQuotaExceeded => new(
            "chat-quota-exceeded", $"{_service} says that the account has nothing left to spend. Check its plan, or use another key in Chat:ApiKey."),
        429 => new("chat-busy", $"{_service} is over its limit. {(retryAfter is { } wait ? $"It asks to wait {Describe(wait)}." : "Wait and ask again.")}")
        {
            IsTransient = true,
            RetryAfter = retryAfter,
        },
        408 or >= 500 => new("chat-failed", $"{_service} failed with status {status}.{Quote(error)} Ask again when it is well.")
        {
            IsTransient = status is not (501 or 505),
            RetryAfter = retryAfter,
        },
        _ when error.IsModelUnknown => new(
            "chat-model-unknown", $"{_service} does not know the model '{_model}'.{Quote(error)} Check Chat:Model."),
        _ => new("chat-refused", $"{_service} refused the request with status {status}.{Quote(error)} Check Chat:Model, Chat:MaxOutputTokens and Chat:Temperature."),
    };

    /// <summary>What came back is nothing that an OpenAI-compatible service says.</summary>
    public ChatException BadAnswer(string what, Exception? cause = null) => new(
        "chat-bad-answer",
        $"{_service} does not answer as an OpenAI-compatible one: {what}. Check Chat:Endpoint; it usually ends in /v1.",
        cause);

    /// <summary>The connection broke before the answer was complete.</summary>
    public ChatException Interrupted(Exception cause) => new(
        "chat-interrupted", $"{_service} broke off in the middle of its answer. Ask again; if it happens often, look into the service's own log.", cause)
    {
        IsTransient = true,
    };

    /// <summary>Nothing came for too long.</summary>
    public ChatException TimedOut(bool begun) => new(
        "chat-timeout",
        begun
            ? $"{_service} has been silent for {options.TimeoutSeconds} s in the middle of its answer. Ask again, or raise Chat:TimeoutSeconds."
            : $"{_service} has not begun to answer within {options.TimeoutSeconds} s. Raise Chat:TimeoutSeconds if the model takes longer to load, or use a smaller one.")
    {
        IsTransient = true,
    };

    /// <summary>The service failed so often that it is left alone.</summary>
    public ChatException CircuitOpen(DateTimeOffset until, Exception cause) => new(
        "chat-circuit-open", $"{_service} has failed repeatedly and is left alone until {until.ToLocalTime():HH:mm:ss}. Start it, or check Chat:Endpoint.", cause);

    /// <summary>Whatever the client, the connection or the reader threw.</summary>
    /// <param name="e">The cause.</param>
    /// <param name="begun">Whether the answer had begun to arrive.</param>
    public ChatException From(Exception e, bool begun) => e switch
    {
        ChatException chat => chat,
        JsonException or FormatException or InvalidOperationException when begun => BadAnswer("what it sends is not the JSON expected", e),
        _ when begun => Interrupted(e),
        _ => new ChatException("chat-unreachable", $"{_service} cannot be reached: {ConnectionFailure.Describe(e)}. Start it, or check Chat:Endpoint.", e)
        {
            IsTransient = ConnectionFailure.MayPass(e),
        },
    };

    private string Quote(ServiceError error)
    {
        var message = error.Message;
        if (message is null)
        {
            return "";
        }

        // Some services repeat what they were sent.
        message = string.IsNullOrEmpty(options.ApiKey) ? message : message.Replace(options.ApiKey, "(key)", StringComparison.Ordinal);
        return $" It says: {(message.Length > 300 ? message[..300] + "…" : message).TrimEnd('.')}.";
    }

    private static string Describe(TimeSpan wait) =>
        wait.TotalSeconds < 100 ? $"{Math.Ceiling(wait.TotalSeconds)} s" : wait.TotalMinutes < 100 ? $"{Math.Ceiling(wait.TotalMinutes)} minutes" : $"{Math.Ceiling(wait.TotalHours)} hours";
}
