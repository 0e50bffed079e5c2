using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Api.Responses;

/// <summary>A conversation as OpenAI's responses take it. Fields that are not listed here, such as instructions, are accepted and change nothing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ResponseBody
{
    /// <summary>Who writes the answer: forumqa (the default), forumqa-extractive, forumqa-generative, or one of the language models that a question may ask for by name.</summary>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>The question, or a list of messages, oldest first. The last message of the user is the question.</summary>
    [JsonPropertyName("input")]
    [Required]
    public JsonElement? Input { get; init; }

    /// <summary>Whether the answer comes as events, sentence by sentence.</summary>
    [JsonPropertyName("stream")]
    public bool? Stream { get; init; }

    /// <summary>An earlier response that the service should know: it keeps none.</summary>
    [JsonPropertyName("previous_response_id")]
    public string? PreviousResponseId { get; init; }

    /// <summary>A conversation that the service should know: it keeps none here.</summary>
    [JsonPropertyName("conversation")]
    public JsonElement? Conversation { get; init; }

    /// <summary>Whether the answer may be fetched later: no.</summary>
    [JsonPropertyName("background")]
    public bool? Background { get; init; }

    /// <summary>The answer's format: text.</summary>
    [JsonPropertyName("text")]
    public JsonElement? Text { get; init; }

    /// <summary>Whether tools must be called: none or auto. No tool is ever called.</summary>
    [JsonPropertyName("tool_choice")]
    public JsonElement? ToolChoice { get; init; }
}
