using System.Text.Json.Serialization;
using ForumQA.Answering;
using ForumQA.Api.ChatCompletions;

namespace ForumQA.Api.Responses;

/// <summary>An answer as OpenAI's responses give it.</summary>
internal sealed record ResponseJson(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("created_at")] long CreatedAt,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("output")] IReadOnlyList<ResponseMessageJson> Output,
    [property: JsonPropertyName("usage")] ResponseUsageJson? Usage)
{
    /// <summary>response.</summary>
    [JsonPropertyName("object")]
    [JsonPropertyOrder(-1)]
    public string Object { get; init; } = "response";

    /// <summary>Null: what fails has a status of its own.</summary>
    [JsonPropertyName("error")]
    public object? Error { get; init; }

    /// <summary>Null: an answer is whole.</summary>
    [JsonPropertyName("incomplete_details")]
    public object? IncompleteDetails { get; init; }

    /// <summary>False: no tool is called.</summary>
    [JsonPropertyName("parallel_tool_calls")]
    public bool ParallelToolCalls { get; init; }

    /// <summary>None.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>none.</summary>
    [JsonPropertyName("tool_choice")]
    public string ToolChoice { get; init; } = "none";

    /// <summary>False: the response cannot be fetched again.</summary>
    [JsonPropertyName("store")]
    public bool Store { get; init; }
}

/// <summary>The one message of a response.</summary>
internal sealed record ResponseMessageJson(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("content")] IReadOnlyList<ResponseTextJson> Content)
{
    /// <summary>message.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "message";

    /// <summary>assistant.</summary>
    [JsonPropertyName("role")]
    public string Role { get; init; } = "assistant";
}

/// <summary>The text of a message with an annotation for each marker in it.</summary>
internal sealed record ResponseTextJson(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("annotations")] IReadOnlyList<ResponseAnnotationJson> Annotations)
{
    /// <summary>output_text.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "output_text";
}

/// <summary>A source and the place of its marker in the text, in UTF-16 code units, the end exclusive.</summary>
internal sealed record ResponseAnnotationJson(
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("start_index")] int StartIndex,
    [property: JsonPropertyName("end_index")] int EndIndex)
{
    /// <summary>url_citation.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "url_citation";

    public static ResponseAnnotationJson Of(ChatAnnotationJson annotation)
    {
        var citation = annotation.UrlCitation;
        return new ResponseAnnotationJson(citation.Url, citation.Title, citation.StartIndex, citation.EndIndex);
    }
}

/// <summary>The tokens a language model took; zero when none was asked or its service does not tell.</summary>
internal sealed record ResponseUsageJson(
    [property: JsonPropertyName("input_tokens")] long InputTokens,
    [property: JsonPropertyName("output_tokens")] long OutputTokens,
    [property: JsonPropertyName("total_tokens")] long TotalTokens)
{
    public static ResponseUsageJson Of(TokenUsage? usage)
    {
        var counted = ChatUsageJson.Of(usage);
        return new ResponseUsageJson(counted.PromptTokens, counted.CompletionTokens, counted.TotalTokens);
    }
}
