using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Conversations;

/// <summary>A conversation to begin.</summary>
internal sealed record ConversationBody
{
    /// <summary>What it is called; the first question when it is left out.</summary>
    [MaxLength(2000)]
    public string? Title { get; init; }
}
