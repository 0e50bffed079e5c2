using System.Text.Json.Serialization;
using ForumQA.Answering;

namespace ForumQA.Api.ChatCompletions;

/// <summary>A whole answer as OpenAI's chat completions give it.</summary>
internal sealed record ChatCompletionJson(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("object")] string Object,
    [property: JsonPropertyName("created")] long Created,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("choices")] IReadOnlyList<ChatChoiceJson> Choices,
    [property: JsonPropertyName("usage")] ChatUsageJson Usage);

/// <summary>The one answer.</summary>
internal sealed record ChatChoiceJson(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("message")] ChatMessageJson Message,
    [property: JsonPropertyName("finish_reason")] string FinishReason);

/// <summary>The answer's text with an annotation for each marker in it.</summary>
internal sealed record ChatMessageJson(
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("content")] string Content,
    [property: JsonPropertyName("annotations")] IReadOnlyList<ChatAnnotationJson> Annotations);

/// <summary>Which source a marker names.</summary>
internal sealed record ChatAnnotationJson([property: JsonPropertyName("url_citation")] UrlCitationJson UrlCitation)
{
    /// <summary>url_citation.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "url_citation";
}

/// <summary>A source and the place of its marker in the content, in UTF-16 code units, the end exclusive.</summary>
internal sealed record UrlCitationJson(
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("start_index")] int StartIndex,
    [property: JsonPropertyName("end_index")] int EndIndex);

/// <summary>The tokens a language model took; zero when none was asked or its service does not tell.</summary>
internal sealed record ChatUsageJson(
    [property: JsonPropertyName("prompt_tokens")] long PromptTokens,
    [property: JsonPropertyName("completion_tokens")] long CompletionTokens,
    [property: JsonPropertyName("total_tokens")] long TotalTokens)
{
    public static ChatUsageJson Of(TokenUsage? usage) => usage is null ? new(0, 0, 0) : new(usage.Input, usage.Output, usage.Input + usage.Output);
}

/// <summary>A piece of an answer.</summary>
internal sealed record ChatChunkJson(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("object")] string Object,
    [property: JsonPropertyName("created")] long Created,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("choices")] IReadOnlyList<ChatChunkChoiceJson> Choices,
    [property: JsonPropertyName("usage"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChatUsageJson? Usage = null);

/// <summary>What is added to the one answer.</summary>
internal sealed record ChatChunkChoiceJson(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("delta")] ChatDeltaJson Delta,
    [property: JsonPropertyName("finish_reason")] string? FinishReason);

/// <summary>What is added to the message.</summary>
internal sealed record ChatDeltaJson
{
    [JsonPropertyName("role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    [JsonPropertyName("content")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Content { get; init; }

    [JsonPropertyName("annotations")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChatAnnotationJson>? Annotations { get; init; }
}

/// <summary>The models there are.</summary>
internal sealed record ModelListJson([property: JsonPropertyName("data")] IReadOnlyList<ModelJson> Data)
{
    /// <summary>list.</summary>
    [JsonPropertyName("object")]
    [JsonPropertyOrder(-1)]
    public string Object { get; init; } = "list";
}

/// <summary>A model.</summary>
internal sealed record ModelJson([property: JsonPropertyName("id")] string Id)
{
    /// <summary>model.</summary>
    [JsonPropertyName("object")]
    public string Object { get; init; } = "model";

    /// <summary>0: it is as old as the service.</summary>
    [JsonPropertyName("created")]
    public long Created { get; init; }

    /// <summary>forumqa.</summary>
    [JsonPropertyName("owned_by")]
    public string OwnedBy { get; init; } = "forumqa";
}
