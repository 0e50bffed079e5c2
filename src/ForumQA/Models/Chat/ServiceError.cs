using System.Text.Json;

namespace ForumQA.Models.Chat;

/// <summary>What a service says in an error: <c>{"error": {"message", "type", "code", "param"}}</c>, or as much of it as it sends.</summary>
/// <param name="Message">For people; null without one.</param>
/// <param name="Code">Such as <c>context_length_exceeded</c>, or a status; null without one.</param>
/// <param name="Type">Such as <c>invalid_request_error</c>; null without one.</param>
/// <param name="Parameter">The parameter of the request it is about; null when it does not say.</param>
internal sealed record ServiceError(string? Message, string? Code = null, string? Type = null, string? Parameter = null)
{
    private static readonly string[] ContextWords = ["context length", "context size", "context window", "maximum context", "context_length"];

    /// <summary>Whether the prompt is longer than the model's context, as OpenAI, vLLM, llama.cpp and LM Studio say it.</summary>
    public bool IsContextTooLong =>
        Code is "context_length_exceeded" || Type is "exceed_context_size_error"
        || (Message is not null && ContextWords.Any(words => Message.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether there is no money left, which waiting does not mend.</summary>
    public bool IsQuotaExceeded => Code is "insufficient_quota" || Type is "insufficient_quota";

    /// <summary>Whether the model is not there, told with another status than 404.</summary>
    public bool IsModelUnknown => Code is "model_not_found" or "DeploymentNotFound";

    /// <summary>The status that an error inside a stream stands for; 500 when it does not say.</summary>
    public int Status => this switch
    {
        { IsQuotaExceeded: true } or { Code: "rate_limit_exceeded" } => 429,
        { IsContextTooLong: true } or { Type: "invalid_request_error" } => 400,
        _ => int.TryParse(Code, out var status) && status is >= 400 and < 600 ? status : 500,
    };

    /// <summary>Whether the error is about a parameter of the request.</summary>
    public bool IsAbout(string parameter) =>
        Parameter is { Length: > 0 } ? Parameter == parameter : Message?.Contains(parameter, StringComparison.Ordinal) ?? false;

    /// <summary>Reads the body of an error; text that is not JSON is the message, a web page none.</summary>
    public static ServiceError Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Find(document.RootElement) ?? new ServiceError(Message: null);
        }
        catch (JsonException)
        {
            return new ServiceError(string.IsNullOrWhiteSpace(body) || body.TrimStart().StartsWith('<') ? null : body.Trim());
        }
    }

    /// <summary>The error in an answer; null when it has none.</summary>
    public static ServiceError? Find(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            return new ServiceError(Text(error, "message"), Text(error, "code"), Text(error, "type"), Text(error, "param"));
        }

        // Ollama, vLLM and FastAPI have shorter forms.
        var message = Text(answer, "error") ?? Text(answer, "detail") ?? (Text(answer, "object") == "error" ? Text(answer, "message") : null);
        return message is null ? null : new ServiceError(message, Text(answer, "code"), Text(answer, "type"), Text(answer, "param"));
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
