using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ForumQA.Ingestion;

/// <summary>How documents are cut into passages. A Chinese or Japanese character counts as 0.6 words.</summary>
public sealed class ChunkingOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Chunking";

    /// <summary>The length aimed for where the text leaves a choice, in words. Default 150.</summary>
    [Range(10, 5_000)]
    public int TargetWords { get; set; } = 150;

    /// <summary>The shortest a passage should be, in words; sections and remainders may be shorter. Default 120.</summary>
    [Range(5, 5_000)]
    public int MinWords { get; set; } = 120;

    /// <summary>The longest a passage may be, in words. Default 180.</summary>
    [Range(10, 5_000)]
    public int MaxWords { get; set; } = 180;

    /// <summary>How many whole sentences a passage repeats from the end of the one before it. Default 1.</summary>
    [Range(0, 10)]
    public int OverlapSentences { get; set; } = 1;

    /// <summary>Equal for two indexes exactly when the same documents give the same passages in both.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"words-{MinWords}-{TargetWords}-{MaxWords}-overlap-{OverlapSentences}-v{Chunker.Version}");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinWords > TargetWords || TargetWords > MaxWords)
        {
            yield return new ValidationResult(
                $"{SectionName}: MinWords ({MinWords}), TargetWords ({TargetWords}) and MaxWords ({MaxWords}) must be in ascending order.",
                [nameof(MinWords), nameof(TargetWords), nameof(MaxWords)]);
        }
    }
}
