using System.ComponentModel.DataAnnotations;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Conversations;

/// <summary>What a conversation is to be called.</summary>
internal sealed record TitleBody
{
    /// <summary>The title; not blank.</summary>
    [Required]
    [MaxLength(2000)]
    public string? Title { get; init; }

    /// <exception cref="RequestException">It is blank.</exception>
    public string RequireTitle() => string.IsNullOrWhiteSpace(Title)
        ? throw new RequestException(ProblemKind.FieldInvalid, "'title' is missing or blank. Put there what the conversation is to be called.", "title")
        : Title.Trim();
}
