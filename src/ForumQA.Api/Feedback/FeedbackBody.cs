using System.ComponentModel.DataAnnotations;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Feedback;

/// <summary>What a reader says of an answer.</summary>
internal sealed record FeedbackBody
{
    /// <summary>Whether it helped.</summary>
    [Required]
    public bool? Helpful { get; init; }

    /// <summary>What else there is to say; may be left out.</summary>
    [MaxLength(LongestComment)]
    public string? Comment { get; init; }

    private const int LongestComment = 2000;

    /// <exception cref="RequestException">It does not say whether, or says too much.</exception>
    public (bool Helpful, string? Comment) Require() => (Helpful, Comment) switch
    {
        (null, _) => throw new RequestException(ProblemKind.FieldInvalid, "'helpful' is missing. Say true or false.", "helpful"),
        (_, { Length: > LongestComment }) => throw new RequestException(ProblemKind.FieldInvalid, $"'comment' is longer than {LongestComment} characters. Say it more briefly.", "comment"),
        var (helpful, comment) => (helpful.Value, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim()),
    };
}
