using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ForumQA.Answering;
using ForumQA.Hosting.Json;

namespace ForumQA.Api.Records;

/// <summary>An answer as the service gave it.</summary>
internal sealed record GivenAnswer : AnswerJson
{
    [JsonConstructor]
    public GivenAnswer()
    {
    }

    [SetsRequiredMembers]
    public GivenAnswer(string id, string? conversationId, DateTimeOffset createdAt, Answer answer)
        : base(From(answer)) =>
        (Id, ConversationId, CreatedAt, Timings) = (id, conversationId, createdAt, answer.Times);

    /// <summary>Names the answer.</summary>
    [JsonPropertyOrder(-4)]
    public required string Id { get; init; }

    /// <summary>The conversation it belongs to; null when it belongs to none.</summary>
    [JsonPropertyOrder(-3)]
    public required string? ConversationId { get; init; }

    /// <summary>When it was given.</summary>
    [JsonPropertyOrder(-2)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long each stage took.</summary>
    [JsonPropertyOrder(1)]
    public required StageTimes Timings { get; init; }

    /// <summary>What a reader said of it; absent while nobody has.</summary>
    [JsonPropertyOrder(2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerFeedback? Feedback { get; init; }
}
