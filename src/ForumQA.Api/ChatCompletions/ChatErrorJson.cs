using System.Net.ServerSentEvents;
using System.Text.Json.Serialization;
using ForumQA.Api.Problems;

namespace ForumQA.Api.ChatCompletions;

/// <summary>Marks endpoints whose clients expect failures in OpenAI's shape.</summary>
internal sealed class SpeaksOpenAI : IProblemShape
{
    public Type Type => typeof(ChatErrorJson);

    public object Of(Problem problem) => ChatErrorJson.Of(problem);
}

/// <summary>A failure in OpenAI's shape.</summary>
internal sealed record ChatErrorJson([property: JsonPropertyName("error")] ChatErrorDetailJson Error)
{
    public static ChatErrorJson Of(Problem problem) => new(new ChatErrorDetailJson(problem.Detail, TypeOf(problem.Status), problem.Field, CodeOf(problem.Code)));

    /// <summary>Ends a stream; OpenAI's own clients know a failure by the field <c>error</c>.</summary>
    public static SseItem<object> EventOf(Problem problem) => new(Of(problem));

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    // Where OpenAI has a code for the same, clients look for that one.
    private static string CodeOf(string code) => code switch
    {
        ProblemKind.KeyMissing or ProblemKind.KeyInvalid => "invalid_api_key",
        ProblemKind.ModelUnknown => "model_not_found",
        ProblemKind.RateExceeded => "rate_limit_exceeded",
        _ => code,
    };
}

/// <summary>What failed.</summary>
internal sealed record ChatErrorDetailJson(
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("param")] string? Param,
    [property: JsonPropertyName("code")] string Code);
