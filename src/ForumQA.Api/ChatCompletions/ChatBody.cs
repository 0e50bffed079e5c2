using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Api.ChatCompletions;

/// <summary>A conversation as OpenAI's chat completions take it. Fields that are not listed here, such as temperature, are accepted and change nothing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ChatBody
{
    /// <summary>Who writes the answer: forumqa (the default), forumqa-extractive, forumqa-generative, or one of the language models that a question may ask for by name.</summary>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>The conversation, oldest first. The last message of the user is the question.</summary>
    [JsonPropertyName("messages")]
    [Required]
    public IReadOnlyList<ChatMessageBody>? Messages { get; init; }

    /// <summary>Whether the answer comes as events, sentence by sentence.</summary>
    [JsonPropertyName("stream")]
    public bool? Stream { get; init; }

    /// <summary>What a stream holds besides the answer.</summary>
    [JsonPropertyName("stream_options")]
    public ChatStreamOptionsBody? StreamOptions { get; init; }

    /// <summary>How many answers are wanted: 1.</summary>
    [JsonPropertyName("n")]
    public int? N { get; init; }

    /// <summary>Whether tools must be called: none or auto. No tool is ever called.</summary>
    [JsonPropertyName("tool_choice")]
    public JsonElement? ToolChoice { get; init; }

    /// <summary>The answer's format: text.</summary>
    [JsonPropertyName("response_format")]
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Whether tokens are given with their probabilities: no.</summary>
    [JsonPropertyName("logprobs")]
    public bool? Logprobs { get; init; }
}

/// <summary>One message of a conversation.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ChatMessageBody
{
    /// <summary>user, assistant, or one of system, developer and tool, which are accepted and change nothing.</summary>
    [JsonPropertyName("role")]
    [Required]
    public string? Role { get; init; }

    /// <summary>Its text, or a list of parts of type text.</summary>
    [JsonPropertyName("content")]
    public JsonElement? Content { get; init; }
}

/// <summary>What a stream holds besides the answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ChatStreamOptionsBody
{
    /// <summary>Whether the last event tells the tokens that were used.</summary>
    [JsonPropertyName("include_usage")]
    public bool? IncludeUsage { get; init; }
}
