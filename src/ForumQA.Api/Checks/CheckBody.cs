using System.ComponentModel.DataAnnotations;
using ForumQA.Api.Answers;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Checks;

/// <summary>A text to check.</summary>
internal sealed record CheckBody
{
    /// <summary>The text, plain or in Markdown; not blank.</summary>
    [Required]
    public string? Text { get; init; }

    /// <summary>Which documents it is checked against; all when it is left out.</summary>
    public FilterBody? Filter { get; init; }

    /// <exception cref="RequestException">It is blank or too long.</exception>
    public string RequireText(LimitOptions limits)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            throw new RequestException(ProblemKind.TextEmpty, "'text' is missing or blank. Put the text to check there.", "text");
        }

        return Text.Length <= limits.TextLength
            ? Text
            : throw new RequestException(ProblemKind.TextTooLong, $"'text' has {Text.Length} characters; this service takes {limits.TextLength}. Check it in parts, or raise Api:Limits:TextLength.", "text");
    }
}
